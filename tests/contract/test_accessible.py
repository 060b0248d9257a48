"""Every page as axe finds it, for everybody to whom it is shown: WCAG 2.2 A and AA.

LANDSEA_AXE=all asks every page of everybody on a phone by day, and at a desk by night (`make drill` does); LANDSEA_AXE=first
only those of their first reader, on a phone. Without it nothing is asked: the browser's stories hold their own pages to axe in
every run. Pages come as the server sends them, without their scripts: nothing is folded into questions then, and axe sees all
of it. Pages that are built alike are asked about once (`tests.contract.page_shape`), but each address at least once.
"""

import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.cache import cache
from playwright.sync_api import Page, Route, sync_playwright
from tests.contract.counting import READERS
from tests.contract.page_shape import shape_of
from tests.contract.walk import EVERYBODY

ASKED = os.environ.get("LANDSEA_AXE", "")
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """levels => axe.run({runOnly: levels, resultTypes: ["violations"]}).then(
    found => found.violations.map(one => `${one.id} (${one.impact}): ${one.nodes[0].html.slice(0, 160)}`))"""
SITE = "http://pages.example"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
LOOKS = ((PHONE, "light"), (DESK, "dark"))
OTHERS = tuple(who for who in EVERYBODY if who not in READERS)
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not ASKED, reason="LANDSEA_AXE=all asks every page; it takes minutes"),
]


def test_axe_finds_nothing_on_any_page_of_anybody(everything, capsys):
    begun = time.monotonic()
    pages = list(_gather_pages(everything))
    with capsys.disabled():
        print(f"\n{len(pages)} pages of {len({pattern for pattern, *_ in pages})} addresses,", end=" ")
        print(f"gathered in {time.monotonic() - begun:.0f} s", flush=True)
    faults, seconds = [], {}
    with _open_page() as page:
        for pattern, who, html in pages:
            asked = time.monotonic()
            for fault in _look_at(page, html):
                faults.append(f"/{pattern} ({who}, {fault}")
                with capsys.disabled():
                    print(faults[-1], flush=True)
            seconds[pattern, who] = time.monotonic() - asked
    with capsys.disabled():
        slowest = sorted(seconds.items(), key=lambda one: -one[1])[:5]
        print(f"{len(faults)} faults in {sum(seconds.values()):.0f} s; slowest:", slowest, flush=True)
    assert not faults, "\n".join(faults)


def _gather_pages(everything) -> Iterator[tuple[str, str, str]]:
    """Yield pattern, person and HTML of each page that is shown: for every address that of its first reader, and of others what
    is built otherwise than all before it, in its content or around it.
    """
    clients = {who: everything.client(who) for who in (READERS if ASKED == "first" else (*READERS, *OTHERS))}
    known: set[bytes] = set()
    for page in everything.pages():
        if not page.is_first:
            continue
        is_shown = False
        for who, client in clients.items():
            html = _ask(client, page.address)
            if "<html" not in html:
                continue
            shape = shape_of(html)
            if not is_shown or not {shape.around, shape.content} <= known:
                known |= {shape.around, shape.content}
                yield page.pattern, who, html
            is_shown = True
            if ASKED == "first":
                break


def _ask(client, address: str) -> str:
    """Return the page that this person is shown there; empty where none is."""
    cache.clear()  # limits per address count what was asked before
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    response = client.get(address)
    if response.status_code != 200 or not response.get("Content-Type", "").startswith("text/html"):
        return ""
    return (b"".join(response.streaming_content) if response.streaming else response.content).decode()


def _look_at(page: Page, html: str) -> Iterator[str]:
    """Yield what axe finds on a page, on a phone by day and, where all is asked, at a desk by night."""
    page.set_content(html)
    for size, light in LOOKS[: 1 if ASKED == "first" else None]:
        page.set_viewport_size({**size})
        page.emulate_media(color_scheme=light)
        for words in page.evaluate(RUN, LEVELS):
            yield f"{light}): {words}"
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            yield f"{light}): wider than the screen"


@contextmanager
def _open_page() -> Iterator[Page]:
    """Give a browser's page in which axe is loaded once, for all pages that are put into it one after the other: read anew for
    each, axe and the styles take longer than the looks themselves.
    """
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(reduced_motion="reduce", bypass_csp=True)
        page.route("**/*", _answer)
        page.goto(SITE)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        yield page
        browser.close()


def _answer(route: Route) -> None:
    """Give the browser an empty page, and styles and pictures from their files; scripts stay away."""
    path = urlsplit(route.request.url).path
    if route.request.resource_type == "document":
        route.fulfill(body="<!doctype html>", content_type="text/html; charset=utf-8")
        return
    name = re.sub(r"\.[0-9a-f]{12}(?=\.\w+$)", "", path.removeprefix(settings.STATIC_URL))
    found = finders.find(name) if path.startswith(settings.STATIC_URL) else None
    if found and not name.endswith(".js"):
        route.fulfill(path=found, content_type=guess_type(name)[0] or "application/octet-stream")
    else:
        route.abort()
