"""How high pages are on a phone of 390 pixels, against a platform that runs. Run: `python -m bench.page_heights ADDRESS`.

Without paths it measures the checklists that traders ask for most and each question of the filing form. CHROMIUM names the
browser.
"""

import os
import shutil
import sys

from playwright.sync_api import Page, sync_playwright

PHONE = {"width": 390, "height": 844}
HEIGHT = "document.documentElement.scrollHeight"
CHECKLISTS = {
    "coffee": "hs=090111&goods=090111&origin=VN&destination=CN&mode=road",
    "durian": "hs=081060&goods=081060&origin=TH&destination=CN&mode=rail&transit=LA",
    "motorcycles": "hs=871120&goods=871120&origin=CN&destination=VN&mode=road",
}
QUESTIONS = 4


def measure_checklists(page: Page, address: str) -> dict[str, int]:
    """Return the height of each checklist."""
    found = {}
    for goods, question in CHECKLISTS.items():
        page.goto(f"{address}/rules/checklist/?purpose=sell&{question}")
        found[f"checklist {goods}"] = page.evaluate(HEIGHT)
    return found


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


def main() -> None:
    """Print a line a page."""
    address, paths = sys.argv[1].rstrip("/"), sys.argv[2:]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        page = browser.new_context(viewport=PHONE, has_touch=True).new_page()
        if paths:
            found = {path: (page.goto(f"{address}{path}"), page.evaluate(HEIGHT))[1] for path in paths}
        else:
            found = measure_checklists(page, address) | measure_filing(page, address)
        browser.close()
    for name, height in found.items():
        print(f"{height:>7,} px  {name}")


if __name__ == "__main__":
    main()
