"""The twelve most used pages in every language of the pages, in a browser, on a phone and at a desk: what is cut, what scrolls
sideways, and what is in another script or language than its reader's.

Run: `python -m bench.pages_in_ten ADDRESS [--languages th,km] [--sizes phone,desk] [--pictures FOLDER]` beside a running
demonstration; LANDSEA_VAR is where it keeps its sign-ins (without, the pages of who works here are left out). CHROMIUM names
the browser. It prints two tables, then each fault. Pages of every route, not in a browser: `LANDSEA_PAGE_LANGUAGES=all python
-m pytest -s tests/contract/test_languages.py`.

A text is cut where its box hides what runs over it (`overflow` other than visible, or an ellipsis) and it does; a box that
scrolls by itself, as wide tables do, cuts nothing.
"""

import argparse
import os
from collections import Counter
from datetime import date
from pathlib import Path

from playwright.sync_api import Page
from tests.contract.page_text import Foreign, find_foreign, read_expected, read_runs

from bench.all_pages import CHECKLISTS, DESK, PHONE, has_sign_ins, open_browser, plan_of, sign_in

PAGES = {
    "first page": "/",
    "filing": "/file/",
    "who answers": "/who/",
    "rules": "/rules/",
    "checklist": f"/rules/checklist/?purpose=sell&{CHECKLISTS['durian']}",
    "plan asked": "/plan/",
    "plan found": plan_of(date.today()),
    "barriers": "/barriers/",
    "search": "/search/?q=durian",
    "help": "/help/",
}
OF_STAFF = {"queue": "/queue/", "board": "/board/"}
LANGUAGES = ("en", "zh-hans", "zh-hant", "vi", "lo", "th", "km", "my", "id", "ms", "fil")
SIZES = {"phone": PHONE, "desk": DESK}
EXPECTED = read_expected(Path(__file__).parents[1] / "tests" / "contract" / "expected_words.txt")
CUT = """() => [...document.querySelectorAll("body *")].filter(one => {
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    const hidden = ".unseen, [hidden], svg, details:not([open]) > :not(summary)";
    if (!box.width || !box.height || style.visibility === "hidden" || one.closest(hidden)) return false;
    const text = [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    if (!text || style.clip !== "auto" || style.clipPath !== "none") return false;
    const hides = value => value === "hidden" || value === "clip";
    return (hides(style.overflowX) && one.scrollWidth > one.clientWidth + 1)
        || (hides(style.overflowY) && one.scrollHeight > one.clientHeight + 2);
}).map(one => one.textContent.trim().slice(0, 60))"""
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"


def look_at(page: Page, address: str, language: str) -> tuple[list[str], bool, list[Foreign], int]:
    """Return the texts that are cut, whether the page scrolls sideways, the pieces that are not the reader's, and how many
    pieces there are.
    """
    page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}", wait_until="load", timeout=120_000)
    page.evaluate("document.fonts.ready.then(() => 0)")
    runs = list(read_runs(page.content()))
    found = [find_foreign(EXPECTED.leave_out(run.text)[0], language) for run in runs if not run.marked]
    foreign = [one for one in found if one and not EXPECTED.find(one)]
    return page.evaluate(CUT), page.evaluate(SIDEWAYS), foreign, len(runs)


def main() -> None:
    """Look at all pages and print what was found."""
    parser = argparse.ArgumentParser(prog="python -m bench.pages_in_ten")
    parser.add_argument("address")
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--sizes", default=",".join(SIZES))
    parser.add_argument("--pictures", type=Path)
    asked = parser.parse_args()
    address, folder = asked.address.rstrip("/"), Path(os.environ.get("LANDSEA_VAR", "var"))
    languages, counts, faults = asked.languages.split(","), Counter(), []
    with open_browser() as browser:
        for size in asked.sizes.split(","):
            context = browser.new_context(viewport={**SIZES[size]}, service_workers="block")
            page = context.new_page()
            pages = dict(PAGES)
            if has_sign_ins(folder):
                sign_in(page, address, folder)
                pages |= OF_STAFF
            for language in languages:
                for name, path in pages.items():
                    cut, sideways, foreign, pieces = look_at(page, f"{address}{path}", language)
                    counts[language, size, "pages"] += 1
                    counts[language, size, "pieces"] += pieces
                    counts[language, size, "cut"] += len(cut)
                    counts[language, size, "sideways"] += sideways
                    counts[language, size, "foreign"] += len(foreign)
                    where = f"{language} {size} {name}"
                    faults += [f"{where}: cut: {one}" for one in cut] + [f"{where}: scrolls sideways"] * sideways
                    faults += [f"{where}: {one.why}: {one.text}" for one in foreign]
                    if asked.pictures:
                        asked.pictures.mkdir(parents=True, exist_ok=True)
                        picture = asked.pictures / f"{language}-{size}-{name.replace(' ', '-')}.jpg"
                        page.screenshot(path=picture, type="jpeg", quality=60)
                print(f"{language} {size} looked at", flush=True)
            context.close()
    print("\n| language | size | pages | pieces of text | cut | scroll sideways | not the reader's |")
    print("|---|---|---|---|---|---|---|")
    columns = ("pages", "pieces", "cut", "sideways", "foreign")
    for language in languages:
        for size in asked.sizes.split(","):
            print(f"| {language} | {size} | {' | '.join(f'{counts[language, size, one]:,}' for one in columns)} |")
    print(*faults, sep="\n")


if __name__ == "__main__":
    main()
