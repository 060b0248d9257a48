"""Every page as axe finds it, for everybody to whom it is shown: WCAG 2.2 A and AA.

LANDSEA_AXE=all asks all pages of everybody on a phone by day, and those of their first reader at a desk by night (`make drill`
does; half an hour); LANDSEA_AXE=first only those of their first reader, on a phone. Without it nothing is asked: the browser's
stories hold their own pages to axe in every run. Pages come as the server sends them, without their scripts: nothing is folded
into questions then, and axe sees all of it.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.cache import cache
from playwright.sync_api import Browser, Route, sync_playwright
from tests.contract.counting import READERS
from tests.contract.walk import EVERYBODY

ASKED = os.environ.get("LANDSEA_AXE", "")
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """levels => axe.run({runOnly: levels, resultTypes: ["violations"]}).then(
    found => found.violations.map(one => `${one.id} (${one.impact}): ${one.nodes[0].html.slice(0, 160)}`))"""
SITE = "http://pages.example"
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
CHANGING = re.compile(r'value="[^"]{40,}"|id_\w+|data-key="[^"]*"')
"""What of a page is new each time it is asked."""
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not ASKED, reason="LANDSEA_AXE=all asks every page; it takes half an hour"),
]


def test_axe_finds_nothing_on_any_page_of_anybody(everything, capsys):
    pages = list(_gather_pages(everything))
    with capsys.disabled():
        print(f"\n{len(pages)} pages of {len({pattern for pattern, *_ in pages})} addresses", flush=True)
    faults = []
    looks = [(pages, PHONE, "light"), (_of_first_readers(pages), DESK, "dark")]
    for shown, size, light in looks[: 1 if ASKED == "first" else None]:
        for fault in _look_at(shown, size, light):
            faults.append(fault)
            with capsys.disabled():
                print(fault, flush=True)
    with capsys.disabled():
        print(f"{len(faults)} faults", flush=True)
    assert not faults, "\n".join(faults)


def _gather_pages(everything) -> Iterator[tuple[str, str, str]]:
    """Yield pattern, person and HTML of each page that somebody is shown; what two people are shown alike comes once."""
    clients = {who: everything.client(who) for who in (READERS if ASKED == "first" else EVERYBODY)}
    for page in everything.pages():
        if not page.is_first:
            continue
        seen: set[str] = set()
        for who, client in clients.items():
            cache.clear()  # limits per address count what was asked before
            client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
            response = client.get(page.address)
            if response.status_code != 200 or not response.get("Content-Type", "").startswith("text/html"):
                continue
            html = (b"".join(response.streaming_content) if response.streaming else response.content).decode()
            same = CHANGING.sub("", html)
            if "<html" in html and same not in seen:
                seen.add(same)
                yield page.pattern, who, html
                if ASKED == "first":
                    break


def _of_first_readers(pages: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    return list({pattern: (pattern, who, html) for pattern, who, html in reversed(pages)}.values())


def _look_at(pages: list[tuple[str, str, str]], size: dict[str, int], light: str) -> Iterator[str]:
    """Yield what axe finds on these pages at this size by day or night."""
    with _open_browser() as browser:
        context = browser.new_context(viewport={**size}, color_scheme=light, bypass_csp=True)
        page, now = context.new_page(), {"html": ""}
        page.route("**/*", lambda route: _answer(route, now["html"]))
        for number, (pattern, who, html) in enumerate(pages):
            now["html"] = html
            page.goto(f"{SITE}/{number}")
            page.evaluate(AXE.read_text(encoding="utf-8"))
            for words in page.evaluate(RUN, LEVELS):
                yield f"/{pattern} ({who}, {light}): {words}"
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                yield f"/{pattern} ({who}, {light}): wider than the screen"
        context.close()


@contextmanager
def _open_browser() -> Iterator[Browser]:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def _answer(route: Route, html: str) -> None:
    """Give the browser the page, and styles and pictures from their files; scripts stay away."""
    path = urlsplit(route.request.url).path
    if route.request.resource_type == "document":
        route.fulfill(body=html, content_type="text/html; charset=utf-8")
        return
    name = re.sub(r"\.[0-9a-f]{12}(?=\.\w+$)", "", path.removeprefix(settings.STATIC_URL))
    found = finders.find(name) if path.startswith(settings.STATIC_URL) else None
    if found and not name.endswith(".js"):
        route.fulfill(path=found, content_type=guess_type(name)[0] or "application/octet-stream")
    else:
        route.abort()
