"""The pages that benchmarks and the gallery look at: those open to all, and those of somebody who works here. What a page of
one thing shows (a rule, a desk, a barrier) is found by following the first link to one.
"""

import hashlib
import hmac
import json
import os
import re
import shutil
import struct
import time
from base64 import b32decode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
CHECKLISTS = {
    "coffee": "hs=090111&goods=090111&origin=VN&destination=CN&mode=road",
    "durian": "hs=081060&goods=081060&origin=TH&destination=CN&mode=rail&transit=LA",
    "motorcycles": "hs=871120&goods=871120&origin=CN&destination=VN&mode=road",
}
PUBLIC = (
    *("/", "/about/", "/help/", "/privacy/", "/privacy/address/", "/today/", "/demo/", "/offline/", "/clock/"),
    *("/file/", "/who/", "/who/search/?q=durian", "/who/records/", "/phone-book/", "/calendar/", "/accounts/login/"),
    *(
        "/rules/",
        "/rules/checklist/",
        "/rules/coverage/",
        "/rules/watch/",
        "/search/?q=durian",
        "/developers/",
        "/widgets/",
    ),
    *("/plan/", "/plan/network/", "/plan/network/data/", "/plan/disruptions/", "/plan/changes/", "/plan/performance/"),
    *("/plan/trips/", "/barriers/", "/dialogues/", "/promises/", "/experiences/", "/exchange/", "/exchange/new/"),
    *("/terms/", "/terms/?find=certificate", "/phrases/card/CNMHN/", "/who/people/table/"),
    *("/figures/", "/figures/contradictions/", "/figures/data/", "/figures/mechanism/", "/figures/check/"),
    f"/rules/checklist/?purpose=sell&{CHECKLISTS['durian']}",
)
FOUND = (
    *(
        ("/rules/", r"/rules/measure/[^/]+/"),
        ("/barriers/", r"/barriers/\d+/"),
        ("/exchange/", r"/exchange/\d+/"),
    ),
    *(
        ("/dialogues/", r"/dialogues/\d+/"),
        ("/who/records/", r"/who/offices/[^/]+/"),
        ("/figures/", r"/figures/series/[^/]+/"),
    ),
)
"""(page, pattern): the first link of this form on that page is looked at too."""
STAFF = (
    *("/board/", "/board/desks/", "/queue/", "/barriers/proposals/", "/barriers/new/", "/who/mine/", "/who/people/"),
    *("/who/corrections/", "/exchange/moderation/", "/exchange/introductions/", "/who/units/", "/dialogues/new/"),
)
PLAN = "/plan/?from=CNCKG&to=VNHAN"
"""A plan's question without the day on which the goods are ready: `plan_of` adds it."""
SIGN_INS = "demo-signins.json"
STAFF_PERSON = "holder@coordinator.mechanism.example.org"


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Give a Chromium; CHROMIUM names it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        yield browser
        browser.close()


def plan_of(today: date) -> str:
    """Return the address of a plan that was asked for, whose goods are ready the day after tomorrow."""
    return f"{PLAN}&ready={today + timedelta(days=2)}T08:00&amount=1&unit=teu"


def find_public(page: Page, address: str) -> list[str]:
    """Return the paths of all public pages of the installation at this address."""
    return list(find_named(page, address).values())


def find_named(page: Page, address: str) -> dict[str, str]:
    """Return those paths by what they are called in a table: the one of a thing by the page it was found on."""
    paths = {path: path for path in PUBLIC} | {PLAN: plan_of(date.today())}
    for path, pattern in FOUND:
        page.goto(address + path)
        links = page.eval_on_selector_all("main a[href]", "all => all.map(one => new URL(one.href).pathname)")
        paths |= {f"{path} ...": link for link in [link for link in links if re.fullmatch(pattern, link)][:1]}
    return paths


def has_sign_ins(folder: Path) -> bool:
    """Say whether a demonstration keeps its sign-ins in LANDSEA_VAR (`folder`)."""
    return (folder / SIGN_INS).is_file()


def sign_in(page: Page, address: str, folder: Path) -> None:
    """Sign in as the demonstration's coordinator, whose password and secret stand in LANDSEA_VAR (`folder`)."""
    people = json.loads((folder / SIGN_INS).read_text(encoding="utf-8"))
    person = next(one for one in people if one["email"] == STAFF_PERSON)
    page.goto(f"{address}/accounts/login/")
    page.fill("[name=login]", person["email"])
    page.fill("[name=password]", person["password"])
    page.press("[name=password]", "Enter")
    page.fill("[name=code]", _code_now(person["totp_secret"]))
    page.press("[name=code]", "Enter")
    page.locator("form[action='/accounts/logout/']").first.wait_for(state="attached")


def _code_now(secret: str) -> str:
    """Return the six digits of RFC 6238 for this half minute."""
    digest = hmac.digest(b32decode(secret), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1)
    start = digest[-1] & 15
    return f"{(struct.unpack_from('>I', digest, start)[0] & 0x7FFFFFFF) % 1_000_000:06d}"
