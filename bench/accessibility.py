"""Every page of `bench.all_pages` as axe and a keyboard find it: WCAG 2.2 A and AA by axe on a phone and at a desk, by day and
by night; and with the Tab key alone through all that can be pressed, until it comes round.

Run: `LANDSEA_VAR=var python -m bench.accessibility ADDRESS [--language vi]` beside a running demonstration; LANDSEA_VAR is
where it keeps its sign-ins (without, the pages of who works here are left out). CHROMIUM names the browser.

With the keyboard three things are held of whatever has the focus: it is in sight and nothing lies upon it (WCAG 2.4.11), it is
drawn otherwise than without the focus (2.4.7), and Tab goes on from it (2.1.2). A page that never comes round is a trap.
"""

import argparse
import os
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from bench.all_pages import DESK, PHONE, STAFF, find_public, has_sign_ins, open_browser, sign_in

AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE_RUN = """levels => axe.run({runOnly: levels, resultTypes: ["violations"]}).then(
    found => found.violations.map(one => `${one.id} (${one.impact}): ${one.nodes[0].html.slice(0, 120)}`))"""
MOST_STOPS = 600
"""Of one page: a board with all its rows has half as many."""
FOCUSED = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    window.stops ??= new Map();
    const known = window.stops.has(one);
    window.stops.set(one, true);
    const area = its => its.width * its.height;
    // Of words that go on in a new line the longer part: the shorter may be nothing but the end of a line.
    const parts = [...one.getClientRects()].sort((a, b) => area(b) - area(a));
    const box = parts[0] ?? one.getBoundingClientRect();
    const drawn = [null, "::before", "::after"].some(part => {
        const its = getComputedStyle(one, part);  // a row of a list is framed whole by what its link draws behind itself
        return its.outlineStyle !== "none" && parseFloat(its.outlineWidth) > 0 || its.boxShadow !== "none";
    });
    const seen = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight
        && box.right > 0 && box.left < innerWidth;
    const isFree = its => {
        const x = Math.min(Math.max(its.left + its.width / 2, 0), innerWidth - 1);
        const y = Math.min(Math.max(its.top + Math.min(its.height / 2, 20), 0), innerHeight - 1);
        const upon = document.elementFromPoint(x, y);
        const labelled = upon && [...(one.labels ?? [])].some(label => label.contains(upon));
        return !!upon && (one.contains(upon) || upon.contains(one) || labelled);
    };
    // A point of a chart is its mark and its words: between them the chart shows.
    const places = one.ownerSVGElement ? [...one.children].map(part => part.getBoundingClientRect()) : [box];
    const free = places.some(isFree);
    return {known, seen, free, drawn, html: one.outerHTML.slice(0, 120)};
}"""


def find_by_axe(page: Page) -> list[str]:
    """Return what axe finds against WCAG 2.2 A and AA, and against its own rules of good practice."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    return page.evaluate(AXE_RUN, LEVELS)


def walk_by_tab(page: Page) -> tuple[int, list[str]]:
    """Return how many places the Tab key stops at, and what is wrong with them."""
    faults: list[str] = []
    for stops in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None or stop["known"]:
            return stops, faults
        for what, words in (
            ("seen", "out of sight"),
            ("free", "something lies upon it"),
            ("drawn", "no mark of the focus"),
        ):
            if not stop[what]:
                faults.append(f"{words}: {stop['html']}")
                break
    return MOST_STOPS, [*faults, "the Tab key never comes round"]


def look_at_pages(browser: Browser, address: str, folder: Path | None, language: str) -> Iterator[tuple[str, str, str]]:
    """Give each fault as page, way of looking and words; a page without any gives none."""
    for size, shape in (("phone", PHONE), ("desk", DESK)):
        context = browser.new_context(
            viewport={**shape},
            has_touch=size == "phone",
            locale=language,
            service_workers="block",
            reduced_motion="reduce",  # a colour on its way from day to night is none of ours
            bypass_csp=True,  # axe comes in through the page
        )
        page = context.new_page()
        paths = find_public(page, address)
        yield from _look(page, address, paths, size)
        if folder and has_sign_ins(folder):
            sign_in(page, address, folder)
            yield from _look(page, address, [*STAFF, "/"], f"{size}, signed in")
        context.close()


def _look(page: Page, address: str, paths: list[str], how: str) -> Iterator[tuple[str, str, str]]:
    begun, stops_in_all = time.monotonic(), 0
    for path in paths:
        page.emulate_media(color_scheme="light")
        page.goto(f"{address}{path}", wait_until="load", timeout=120_000)
        for words in find_by_axe(page):
            yield path, how, words
        stops, faults = walk_by_tab(page)
        stops_in_all += stops
        for words in faults:
            yield path, how, words
        page.emulate_media(color_scheme="dark")
        for words in find_by_axe(page):
            yield path, f"{how}, dark", words
    print(
        f"{how}: {len(paths)} pages, {stops_in_all} stops of the Tab key, {time.monotonic() - begun:.0f} s", flush=True
    )


def main() -> None:
    """Print a line a fault, and how many pages and stops were looked at."""
    parser = argparse.ArgumentParser(prog="python -m bench.accessibility")
    parser.add_argument("address", help="where the installation answers")
    parser.add_argument("--language", default="en", help="of the browser (default en)")
    asked = parser.parse_args()
    with open_browser() as browser:
        folder = Path(os.environ.get("LANDSEA_VAR", "var"))
        count = 0
        for path, how, words in look_at_pages(browser, asked.address.rstrip("/"), folder, asked.language):
            print(f"{path} ({how}): {words}", flush=True)
            count += 1
    print(f"{count} faults")


if __name__ == "__main__":
    main()
