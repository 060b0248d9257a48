"""Story 18: at a border the line fails. What was looked at still opens and says how old it is; a case waits with its photo and
arrives once, when the line is back; what somebody signed in saw is gone when they sign out.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from .acting import photo, sign_in
from .device import PATIENCE, Device
from .line import Line

PLACE = "/plan/places/CNMHN/"
OBSERVER = "holder@coordinator.mechanism.example.org"
KEPT = "caches.match(location.href).then(found => Boolean(found))"
OF_SOMEBODY = "caches.keys().then(names => names.some(name => /^landsea-kept-./.test(name)))"


@pytest.fixture
def line(installation) -> Iterator[Line]:
    """The line of one visitor."""
    made = Line(installation.port)
    yield made
    made.cut()


class DeviceWithoutLine(Device):
    """A visitor's browser that can be offline. What it says because it is, is what the story is about, whenever it is heard:
    requests that failed may be told of after the line is back.
    """

    def _complain(self, kind: str, words: str) -> None:
        if "ERR_INTERNET_DISCONNECTED" not in words:
            super()._complain(kind, words)


@pytest.fixture
def device(browser, line, size) -> Iterator[Device]:
    """A visitor whose line can fail: what then cannot be fetched is what the story is about, until `mend`."""
    made = DeviceWithoutLine(browser, line.address, size, "vi")
    yield made
    made.close()


def cut(device: Device, line: Line) -> None:
    device.page.wait_for_load_state("networkidle")
    assert device.complaints == []
    line.cut()
    device.page.context.set_offline(True)


def mend(device: Device, line: Line) -> None:
    line.mend()
    device.page.context.set_offline(False)


def with_worker(device: Device) -> None:
    """Wait until the worker looks after the page."""
    wait_until(device.page, "Promise.resolve(navigator.serviceWorker.controller !== null)")


def wait_until(page, promise: str) -> None:
    """Wait until a promise of this page comes true. By the debugger: the content policy lets no page evaluate words."""
    asked = f"""async () => {{
        const end = performance.now() + {PATIENCE};
        while (performance.now() < end) {{
            if (await {promise}) return true;
            await new Promise(requestAnimationFrame);
        }}
        return false;
    }}"""
    assert page.evaluate(asked), promise


def to_last_question(page) -> None:
    """On a phone, go on to the question at which the form is sent."""
    for _question in range(5):
        if page.locator("[data-waits-offer] button").is_visible():
            return
        page.locator("[data-step=on]").click()


def test_what_was_looked_at_opens_and_a_case_waits_and_arrives_once(device, line, installation, size):
    words = f"Hai xe sầu riêng đứng ở Mohan, cửa khẩu không nhận phiếu kiểm nghiệm ({size})."
    page = device.open("/file/")
    with_worker(device)
    device.open(PLACE)
    wait_until(page, KEPT)
    cut(device, line)

    device.open(PLACE)
    assert (
        page.locator("[data-old-page]").is_visible() and "{moment}" not in page.locator("[data-old-page]").inner_text()
    )
    device.open("/barriers/")
    assert page.locator("[data-kept-list] a").get_attribute("href").endswith(PLACE)

    device.open("/file/")
    page.fill("[name=text]", words)
    if device.is_phone:
        page.locator("[data-step=on]").click()
        page.locator("[data-step=on]").click()
    page.locator("[data-uploader] input[type=file]").set_input_files(photo("queue.jpg"))
    page.locator(".files [data-again]").wait_for()
    if device.is_phone:
        page.locator("[data-step=on]").click()
    page.locator("[name=visibility][value=pseudonymous]").check()
    to_last_question(page)
    page.locator("[data-waits-offer] button").click()
    waiting = page.locator("[data-waiting-place]")
    waiting.get_by_text(words).wait_for()
    device.open("/who/")
    waiting.get_by_text(words).wait_for()

    device.complaints.clear()
    mend(device, line)
    device.open("/who/")
    link = waiting.locator("a")
    link.wait_for()
    device.check("offline-arrived")
    mailbox = device.open(urlsplit(link.get_attribute("href")).path)
    assert words in mailbox.content()
    assert "queue.jpg" in mailbox.content()
    with installation.database() as connection:
        assert connection.execute("SELECT count(*) FROM cases_case WHERE text = %s", [words]).fetchone() == (1,)


def test_what_somebody_signed_in_saw_is_gone_after_they_sign_out(device, line, installation):
    sign_in(device, installation, OBSERVER)
    page = device.open("/who/")
    with_worker(device)
    device.open(PLACE)
    wait_until(page, OF_SOMEBODY)
    with page.expect_navigation():
        page.locator("form[action='/accounts/logout/'] button").first.click()
    wait_until(page, f"{OF_SOMEBODY}.then(some => !some)")
    cut(device, line)
    device.open(PLACE)
    assert page.locator("[data-kept-none]").is_visible()
    device.complaints.clear()


def test_the_page_of_what_is_kept_is_as_good_as_any(open_device):
    for locale in ("en", "zh-CN", "vi", "lo", "th"):
        visitor = open_device(locale)
        visitor.open("/offline/")
        visitor.check("offline")


def test_the_page_with_the_code_for_other_sites_and_its_widget(open_device):
    for locale in ("en", "zh-CN", "vi", "lo", "th"):
        visitor = open_device(locale)
        page = visitor.open("/widgets/?url=/plan/places/CNMHN/")
        page.frame_locator("iframe").locator(".widget-foot").wait_for()
        visitor.check("widgets")
