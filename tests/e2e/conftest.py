"""One installation and one browser for all stories; each story opens devices of its own.

CHROMIUM names the browser (tools/run_tests.py finds it). SHOTS=folder keeps a picture of every page that is checked.
A story is lived where its people live it: officers at a desk (`SIZE = "desk"` in its file), everybody else on a phone;
LANDSEA_TESTS=all lives each on both, as `make drill` does.
"""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright
from tests.breadth import all_or

from .device import SIZES, Device
from .installation import Installation


@pytest.fixture(scope="session")
def installation() -> Iterator[Installation]:
    """A running platform with the reference directory and the demo's people."""
    made = Installation()
    try:
        made.start()
        yield made
    finally:
        made.end()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """Where a story failed, say beside the failure what the installation did at that moment."""
    outcome = yield
    given = getattr(item, "funcargs", {})
    if call.excinfo is None or call.when != "call" or "installation" not in given:
        return
    said = outcome.get_result().sections
    said.append(("the installation", given["installation"].describe()))
    opened = given.get("open_device")
    said += [("a device", device.describe()) for device in getattr(opened, "devices", ())]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session", autouse=True)
def clicks_end_on_a_whole_page() -> Iterator[None]:
    """A click that leads to another page returns when that page is there whole. The browser's driver returns as soon as the
    new address is known, and whoever counts rows then counts those of a page that is still coming.
    """
    with pytest.MonkeyPatch.context() as patch:
        for kind in (Locator, Page):
            for name in ("click", "press"):
                patch.setattr(kind, name, _wait_after(getattr(kind, name)))
        yield


def _wait_after(act: Callable) -> Callable:
    def acted(at: Locator | Page, *arguments, **named) -> None:
        act(at, *arguments, **named)
        page = at.page if isinstance(at, Locator) else at
        if not page.is_closed():
            page.wait_for_load_state("load")

    return acted


def pytest_generate_tests(metafunc) -> None:
    """Say on which size of screen a story is lived."""
    if "size" in metafunc.fixturenames:
        own = getattr(metafunc.module, "SIZE", "phone")
        metafunc.parametrize("size", all_or([*SIZES], [own]))


@pytest.fixture
def open_device(browser, installation, size) -> Iterator[Callable[..., Device]]:
    """Open a device with a language of its own; all are closed, and their complaints heard, after the story."""
    devices: list[Device] = []

    def opened(locale: str = "en", *, script: bool = True) -> Device:
        devices.append(Device(browser, installation.address, size, locale, script=script))
        return devices[-1]

    opened.devices = devices
    yield opened
    for device in devices:
        device.close()
