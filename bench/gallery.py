"""A picture of every page in one sheet: each component in each state, each route on a phone and at a desk, light and dark, in
four scripts. Run by `make gallery` beside `make run`, or `python -m bench.gallery ADDRESS FOLDER [PATH ...]`; the sheet is
FOLDER/index.html.

It takes about twenty minutes. With paths it looks at those alone. LANDSEA_VAR is where the demonstration keeps its sign-ins;
where there are none, the pages of those who work here are left out. CHROMIUM names the browser.
"""

import os
import sys
from html import escape
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize

from bench.all_pages import DESK, PHONE, STAFF, find_public, has_sign_ins, open_browser, sign_in

SIZES: dict[str, ViewportSize] = {"phone": {**PHONE}, "desk": {**DESK}}
LANGUAGES = ("en", "zh-hans", "lo", "th")
SCHEMES = ("light", "dark")
TALLEST = 4_500
QUALITY = 55
HEAD = """<!doctype html><meta charset="utf-8"><title>Landsea: every page</title><style>
body { font: 16px sans-serif; margin: 1rem } section { margin-bottom: 2rem }
div { display: flex; gap: 0.5rem; overflow-x: auto }
figure { margin: 0; flex: none } img { height: 28rem; border: 1px solid #999; object-fit: cover; object-position: top }
figcaption { font-size: 0.8rem }</style><h1>Every page</h1>
"""


def look_at(page: Page, address: str, path: str, language: str, file: Path) -> str:
    """Keep a picture of a page in a language and return what is wrong with it in a word; empty where nothing is."""
    answer = page.goto(f"{address}{path}{'&' if '?' in path else '?'}lang={language}")
    page.wait_for_load_state("networkidle")
    height, over = page.evaluate(
        "[document.documentElement.scrollHeight, document.documentElement.scrollWidth > innerWidth]"
    )
    clip = {"x": 0, "y": 0, "width": page.viewport_size["width"], "height": min(height, TALLEST)}
    page.screenshot(path=file, full_page=True, clip=clip, type="jpeg", quality=QUALITY)
    faults = [
        f"answers {answer.status}" if answer and answer.status >= 400 else "",
        "wider than the screen" if over else "",
    ]
    return ", ".join(filter(None, faults))


def draw_sheet(rows: dict[str, list[tuple[str, str, str]]]) -> str:
    """Return the sheet: a row a path, with (file, what it shows, what is wrong) for each picture."""
    parts = [HEAD]
    for path, pictures in rows.items():
        parts.append(f'<section id="{escape(path)}"><h2><a href="#{escape(path)}">{escape(path)}</a></h2><div>')
        for file, shown, fault in pictures:
            said = f"{shown} <strong>{escape(fault)}</strong>" if fault else shown
            image = f'<a href="{file}"><img loading="lazy" src="{file}" alt="{escape(path)}, {shown}"></a>'
            parts.append(f"<figure>{image}<figcaption>{said}</figcaption></figure>")
        parts.append("</div></section>\n")
    return "".join(parts)


def take_pictures(
    browser: Browser, address: str, folder: Path, paths: list[str], *, signed_in: bool
) -> dict[str, list]:
    """Take all pictures of these paths; a line is printed for each page on which something is wrong."""
    rows: dict[str, list[tuple[str, str, str]]] = {path: [] for path in paths}
    session = None
    for size, scheme in product(SIZES, SCHEMES):
        context = browser.new_context(
            viewport=SIZES[size], color_scheme=scheme, service_workers="block", storage_state=session
        )
        page = context.new_page()
        if signed_in and session is None:
            sign_in(page, address, _sign_ins_folder())
            session = context.storage_state()
        for path, language in product(paths, LANGUAGES):
            file = folder / f"{abs(hash_of(path)):08x}-{size}-{scheme}-{language}.jpg"
            fault = look_at(page, address, path, language, file)
            rows[path].append((file.name, f"{size}, {scheme}, {language}", fault))
            if fault:
                print(f"{path} ({size}, {scheme}, {language}): {fault}", flush=True)
        context.close()
    return rows


def _sign_ins_folder() -> Path:
    return Path(os.environ.get("LANDSEA_VAR", "var"))


def hash_of(path: str) -> int:
    """Return a number for a path that is the same each time: a name for its files."""
    return int.from_bytes(path.encode(), "big") % 0xFFFFFFFB


def main() -> None:
    """Take the pictures and write the sheet."""
    address, folder, paths = sys.argv[1].rstrip("/"), Path(sys.argv[2]), sys.argv[3:]
    folder.mkdir(parents=True, exist_ok=True)
    with open_browser() as browser:
        public = paths or ["/gallery/", *find_public(browser.new_page(), address)]
        rows = take_pictures(browser, address, folder, public, signed_in=False)
        if not paths and has_sign_ins(_sign_ins_folder()):
            rows |= take_pictures(browser, address, folder, list(STAFF), signed_in=True)
        elif not paths:
            print("No sign-ins of a demonstration here: pages of those who work here are left out.", flush=True)
    (folder / "index.html").write_text(draw_sheet(rows), encoding="utf-8")
    print(f"{len(rows)} pages, {sum(map(len, rows.values()))} pictures: {folder / 'index.html'}")


if __name__ == "__main__":
    main()
