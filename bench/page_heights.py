"""How high pages are on a phone of 390 pixels, against a platform that runs. Run: `python -m bench.page_heights ADDRESS`.

Without paths it measures the checklists that traders ask for most, each question of the filing form, and a plan with and
without a way opened; with `--all` every public page, and with LANDSEA_VAR (where a demonstration keeps its sign-ins) those
of a coordinator too. CHROMIUM names the browser.
"""

import os
import sys
from datetime import date
from pathlib import Path

from playwright.sync_api import Page

from bench.all_pages import CHECKLISTS, PHONE, STAFF, find_public, open_browser, plan_of, sign_in

HEIGHT = "document.documentElement.scrollHeight"
LETTERS = "document.fonts.ready.then(() => 0)"
QUESTIONS = 4


def measure_checklists(page: Page, address: str) -> dict[str, int]:
    """Return the height of each checklist."""
    paths = {f"checklist {goods}": f"/rules/checklist/?purpose=sell&{asked}" for goods, asked in CHECKLISTS.items()}
    return {name: measure_paths(page, address, [path])[path] for name, path in paths.items()}


def measure_filing(page: Page, address: str) -> dict[str, int]:
    """Return the height of each question of the filing form, as somebody meets them who goes on."""
    page.goto(f"{address}/file/")
    page.fill("[name=text]", "Our fresh durian from Thailand has stood at Mohan since Sunday.")
    found = {}
    for number in range(1, QUESTIONS + 1):
        found[f"filing question {number}"] = page.evaluate(HEIGHT)
        if number < QUESTIONS:
            page.click("[data-step=on]")
    return found


def measure_plan(page: Page, address: str) -> dict[str, int]:
    """Return the height of a plan as it comes, and once its first way is opened."""
    found = {"plan": measure_path(page, f"{address}{plan_of(date.today())}")}
    page.click("#way-1 > details > summary")
    return found | {"plan, a way opened": page.evaluate(HEIGHT)}


def measure_paths(page: Page, address: str, paths: list[str]) -> dict[str, int]:
    """Return the height of each of these pages."""
    return {path: measure_path(page, f"{address}{path}") for path in paths}


def measure_path(page: Page, url: str) -> int:
    """Return the height of a page once its letters are there: before, they are those of the browser, which are lower."""
    page.goto(url)
    page.evaluate(LETTERS)
    return page.evaluate(HEIGHT)


def measure_all(page: Page, address: str) -> dict[str, int]:
    """Return the heights of all public pages, then of a coordinator's where the sign-ins of a demonstration are known."""
    found = measure_paths(page, address, find_public(page, address))
    if "LANDSEA_VAR" in os.environ:
        sign_in(page, address, Path(os.environ["LANDSEA_VAR"]))
        found |= measure_paths(page, address, list(STAFF))
    return found


def main() -> None:
    """Print a line a page."""
    address, paths = sys.argv[1].rstrip("/"), sys.argv[2:]
    with open_browser() as browser:
        page = browser.new_context(viewport=PHONE, has_touch=True, service_workers="block").new_page()
        if paths == ["--all"]:
            found = measure_all(page, address)
        elif paths:
            found = measure_paths(page, address, paths)
        else:
            found = measure_checklists(page, address) | measure_filing(page, address) | measure_plan(page, address)
    for name, height in found.items():
        print(f"{height:>7,} px  {name}")


if __name__ == "__main__":
    main()
