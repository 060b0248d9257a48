"""What people do again and again in the stories: file a problem, open a mailbox, sign in, act on a case.

Fields are found by their names and forms by their addresses, so that a story is the same in every language.
"""

import hashlib
import hmac
import io
import struct
import time
from base64 import b32decode
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Locator, Page, TimeoutError

from .device import Device
from .installation import Installation

CODE_SECONDS = 30
_used_codes: set[tuple[str, str]] = set()
_sessions: dict[tuple[str, str], dict] = {}


@dataclass(frozen=True)
class Problem:
    """What a filer types and ticks. `who` is the visibility, `papers` are files as Playwright takes them."""

    text: str
    place: str
    country: str
    goods: str
    matter: str = ""
    filer_country: str = ""
    urgent_because: str = ""
    who: str = "named"
    name: str = ""
    party: str = ""
    email: str = ""
    papers: list = field(default_factory=list)


def photo(name: str) -> dict:
    """Return a small photo that says, in its own data, where it was taken."""
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    kept = io.BytesIO()
    Image.effect_noise((320, 240), 40).convert("RGB").save(kept, "JPEG", exif=exif)
    return {"name": name, "mimeType": "image/jpeg", "buffer": kept.getvalue()}


def pdf(name: str) -> dict:
    """Return a PDF of one empty page."""
    body = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"trailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
    )
    return {"name": name, "mimeType": "application/pdf", "buffer": body}


def fill_in(device: Device, problem: Problem, on_each_question=lambda number: None) -> None:
    """Answer the filing form's four questions; afterwards the check before sending is in view."""
    page = device.page
    page.fill("[name=text]", problem.text)
    _next_question(device, 1, on_each_question)
    page.fill("[name=place_text]", problem.place)
    page.select_option("[name=country]", problem.country)
    page.fill("[name=goods]", problem.goods)
    unfold_more(page)
    page.select_option("[name=filer_country]", problem.filer_country)
    page.select_option("[name=matter]", problem.matter)
    page.check(f"[name=lane][value={'urgent' if problem.urgent_because else 'normal'}]")
    if problem.urgent_because:
        page.fill("[name=lane_reason]", problem.urgent_because)
    _next_question(device, 2, on_each_question)
    if problem.papers:
        page.set_input_files("[name=papers]", problem.papers)
        if device.script:
            page.locator("[name=paper]").nth(len(problem.papers) - 1).wait_for(state="attached")
    _next_question(device, 3, on_each_question)
    page.check("[name=visibility][value=named]")
    page.fill("[name=name]", problem.name)
    page.fill("[name=party]", problem.party)
    page.check(f"[name=visibility][value={problem.who}]")  # after the names: a change of mind has to be enough
    page.fill("[name=email]", problem.email)
    _next_question(device, 4, on_each_question)


def unfold_more(page: Page) -> None:
    """Open the part of the filing form that asks for matter, firm's country and language, where it is folded."""
    more = page.locator("details.more-about:not([open]) > summary")
    if more.count():
        more.click()


def _next_question(device: Device, number: int, on_each_question) -> None:
    on_each_question(number)
    if device.is_phone and device.script:
        device.page.click("[data-step=on]")


def send(device: Device) -> None:
    """Send a form that was checked, and wait for the page that gives number and link."""
    device.page.wait_for_load_state("networkidle")
    device.page.click("[name=action][value=send]:visible")
    device.page.locator("#secret").wait_for()


def file_problem(device: Device, problem: Problem) -> tuple[str, str]:
    """File a problem and return its number and the path of its secret link."""
    device.open("/file/")
    fill_in(device, problem)
    device.page.locator("#review").scroll_into_view_if_needed()
    device.page.locator("[name=action][value=send]:visible").wait_for()
    send(device)
    return device.page.locator("h1 ~ .lead .reference").inner_text(), link_of(device)


def link_of(device: Device) -> str:
    """Return the path of the secret link that the page shows."""
    return urlsplit(device.page.locator("#secret").input_value()).path


def sign_in(device: Device, installation: Installation, address: str) -> None:
    """Sign in with password and second factor; afterwards the person's first page is open.

    Each code of the second factor is good once, and a new one comes every half minute: whoever signed in for an earlier
    story goes on with that session, as long as it lasts.
    """
    signed_in = device.page.locator("form[action='/accounts/logout/'] button").first
    session = _sessions.get((installation.address, address))
    if session:
        device.page.context.add_cookies([session])
        device.open("/accounts/login/")
        if signed_in.count():
            return
        device.page.context.clear_cookies(name="sessionid")
    person = installation.sign_in_of(address)
    page = device.open("/accounts/login/")
    page.fill("[name=login]", address)
    page.fill("[name=password]", person["password"])
    main_button(page.locator("form", has=page.locator("[name=password]"))).click()
    code = page.locator("[name=code]")
    code.fill(_fresh_code(address, person["totp_secret"]))
    try:
        main_button(page.locator("form", has=code)).click()
        signed_in.wait_for()
    except TimeoutError as fault:
        said = f"{page.url}\n{page.locator('body').inner_text()}\n{installation.log()[-3000:]}"
        raise AssertionError(f"{address} is not signed in: {said}") from fault
    cookies = page.context.cookies()
    _sessions[installation.address, address] = next(one for one in cookies if one["name"] == "sessionid")


def add_member(device: Device, name: str) -> None:
    """Put a Vietnamese firm into the register of the chamber that is signed in."""
    page = device.open("/association/members/")
    form = page.locator("form:has([name=party])")
    folded = page.locator("details:not([open])", has=form)
    if folded.count():
        folded.locator("summary").first.click()
    form.locator("[name=party]").fill(name)
    form.locator("[name=country]").select_option("VN")
    form.locator("button[type=submit]").first.click()
    page.get_by_text(name).first.wait_for()


def reload_until(page: Page, wanted: Locator, seconds: float = 90) -> Locator:
    """Look at the page again until it shows what the worker does a little later; return that."""
    deadline = time.monotonic() + seconds
    while not wanted.count() and time.monotonic() < deadline:
        time.sleep(1)
        page.reload()
    return wanted


def main_button(form: Locator) -> Locator:
    """Return the button that sends this form: its main one where a smaller one stands before it, as the search for rules."""
    main = form.locator("button.main")
    return main.first if main.count() else form.locator("button[type=submit], button:not([type])").first


def act(device: Device, act_name: str, **fields: str) -> None:
    """Fill in and send the form of an act on the open case, in its mailbox as well as on its page."""
    page = device.page
    form = page.locator(f"form[action$='/{act_name}']")
    folded = page.locator("details:not([open])", has=form)
    if folded.count():
        folded.locator("summary").first.click()
    for name, value in fields.items():
        box = form.locator(f"[name={name}]")
        kind = box.first.get_attribute("type")
        if kind == "radio":
            form.locator(f"[name={name}][value={value}]").check()
        elif box.first.evaluate("box => box.tagName") == "SELECT":
            box.select_option(value)
        else:
            box.fill(value)
    asks_first = form.get_attribute("data-confirm")
    with page.expect_navigation():
        main_button(form).click()
        if asks_first:
            page.locator(f"#{asks_first} button[value=yes]").click()


def _fresh_code(address: str, secret: str) -> str:
    """Return a code of the second factor that was not used yet: each is good once, for a while around its half minute."""
    while True:
        now = int(time.time()) // CODE_SECONDS
        for step in (now, now + 1, now - 1):
            code = _code(secret, step)
            if (address, code) not in _used_codes:
                _used_codes.add((address, code))
                return code
        time.sleep(1)


def _code(secret: str, step: int) -> str:
    """Return the six digits of RFC 6238 for a step of thirty seconds."""
    digest = hmac.digest(b32decode(secret), struct.pack(">Q", step), hashlib.sha1)
    start = digest[-1] & 15
    return f"{(struct.unpack_from('>I', digest, start)[0] & 0x7FFFFFFF) % 1_000_000:06d}"
