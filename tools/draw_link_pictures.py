"""Draw the pictures on the cards of links (Open Graph): one for each kind of page, a symbol and the name, no other words;
and the icons of the installed site.

Usage: draw_link_pictures.py BROWSER      with the path of a Chromium; writes src/landsea/base/ui/static/ui/pictures/*.png

Colours are those of frontend/styles/tokens.css, symbols those of symbols.svg. Run it again when one of them changes.
"""

import re
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

UI = Path(__file__).resolve().parents[1] / "src" / "landsea" / "base" / "ui" / "static" / "ui"
SYMBOL_OF = {
    "corridor": "landsea",
    "case": "stuck",
    "desk": "desk",
    "rule": "paper",
    "route": "route",
    "barrier": "everyone",
    "dialogue": "tell",
}
WIDTH, HEIGHT = 1200, 630
ICONS = (192, 512)
WATER, OCHRE, ON_WATER = "#0b4a6f", "#a86c17", "#ffffff"
COLOURS = 64


def main(browser_path: str) -> None:
    """Draw all pictures."""
    symbols = (UI / "symbols.svg").read_text(encoding="utf-8")
    folder = UI / "pictures"
    folder.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for kind, symbol in SYMBOL_OF.items():
            page.set_content(picture(symbol_in(symbols, symbol), symbol_in(symbols, "landsea")))
            file = folder / f"{kind}.png"
            page.screenshot(path=file)
            Image.open(file).convert("RGB").quantize(COLOURS).save(file, optimize=True)
        for size in ICONS:
            page.set_viewport_size({"width": size, "height": size})
            page.set_content(icon(symbol_in(symbols, "landsea"), size))
            page.screenshot(path=folder / f"icon-{size}.png")
        browser.close()


def symbol_in(symbols: str, name: str) -> str:
    """Return a symbol's element."""
    found = re.search(rf'<symbol id="{name}".*?</symbol>', symbols, flags=re.S)
    if found is None:
        sys.exit(f"symbols.svg has no symbol {name}.")
    return found[0]


def icon(mark: str, size: int) -> str:
    """Return the icon of the installed site: the mark on water, with the margin that phones may cut off."""
    inner = size * 6 // 10
    return f"""<!doctype html><style>body{{margin:0}}</style>
<svg width="{size}" height="{size}" xmlns="http://www.w3.org/2000/svg"><defs>{mark}</defs>
<rect width="100%" height="100%" fill="{WATER}"/>
<g color="{ON_WATER}" fill="none" stroke="{ON_WATER}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">
<use href="#landsea" x="{size // 5}" y="{size // 5}" width="{inner}" height="{inner}"/></g></svg>"""


def picture(symbol: str, mark: str) -> str:
    """Return the picture as a page: a large symbol on water, the mark and the name below, an ochre line."""
    large, small = re.search(r'id="(\w+)"', symbol), re.search(r'id="(\w+)"', mark)
    assert large and small
    return f"""<!doctype html><style>body{{margin:0}}</style>
<svg width="{WIDTH}" height="{HEIGHT}" xmlns="http://www.w3.org/2000/svg"><defs>{symbol}{mark if mark != symbol else ""}</defs>
<rect width="100%" height="100%" fill="{WATER}"/><rect y="{HEIGHT - 16}" width="100%" height="16" fill="{OCHRE}"/>
<g color="{ON_WATER}" fill="none" stroke="{ON_WATER}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">
<use href="#{large[1]}" x="440" y="90" width="320" height="320"/>
<use href="#{small[1]}" x="410" y="466" width="72" height="72"/></g>
<text x="500" y="528" fill="{ON_WATER}" font-family="Noto Sans, sans-serif" font-size="72">Landsea</text></svg>"""


if __name__ == "__main__":
    main(*sys.argv[1:])
