"""How soon a first view can be used on a slow phone: a processor four times slower, 1.6 Mbit/s and 150 ms to the server,
nothing kept from before. Run: `python -m bench.first_views ADDRESS [LANGUAGE ...] [--page "a plan"]`.

Usable is when the page has drawn its main text and every script has run (`load`); without script, when it has drawn it. The
middle of three looks is printed, with the server's own share (until its first byte came, less the line's way there and back),
what went over the line, and the machine's load meanwhile. CHROMIUM names the browser.
"""

import argparse
import os
import statistics
from datetime import date

from playwright.sync_api import Browser

from bench.all_pages import CHECKLISTS, PHONE, open_browser, plan_of

SLOWER = 4
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
LOOKS = 3
PAGES = {
    "home": "/",
    "filing": "/file/",
    "a plan": plan_of(date.today()),
    "a checklist": f"/rules/checklist/?purpose=sell&{CHECKLISTS['durian']}",
}
DRAWN = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
USABLE = "performance.timing.loadEventEnd - performance.timing.navigationStart"
ANSWERED = "performance.timing.responseStart - performance.timing.requestStart"


def look(browser: Browser, url: str, *, script: bool) -> tuple[float, float, float, int]:
    """Return the server's seconds, those until the first text stands and until the page can be used, and the bytes that were
    transferred.
    """
    context = browser.new_context(viewport=PHONE, has_touch=True, java_script_enabled=script, service_workers="block")
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    sizes: list[float] = []
    line.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(url, wait_until="load")
    page.wait_for_timeout(200)
    answered, drawn, usable = page.evaluate(f"[{ANSWERED}, {DRAWN}, {USABLE}]")
    page.wait_for_load_state("networkidle")
    context.close()
    served = max(answered - LINE["latency"], 0)
    return served / 1000, drawn / 1000, max(drawn, usable) / 1000, int(sum(sizes))


def main() -> None:
    """Print a line a page and language, with and without script."""
    parser = argparse.ArgumentParser(prog="python -m bench.first_views")
    parser.add_argument("address", help="where the installation answers")
    parser.add_argument("languages", nargs="*", default=["en", "vi", "lo"])
    parser.add_argument("--page", action="append", choices=PAGES, help="only this page (may be given several times)")
    asked = parser.parse_args()
    print(
        "| page | language | script | server, s | first text, s | usable, s | kB | load |\n|---|---|---|---|---|---|---|---|"
    )
    with open_browser() as browser:
        for name in asked.page or PAGES:
            for language in asked.languages:
                for script in (True, False):
                    path = PAGES[name]
                    url = f"{asked.address.rstrip('/')}{path}{'&' if '?' in path else '?'}lang={language}"
                    looks = [look(browser, url, script=script) for _ in range(LOOKS)]
                    served, drawn, usable, size = (statistics.median(row) for row in zip(*looks, strict=True))
                    said = "with" if script else "without"
                    line = f"| {name} | {language} | {said} | {served:.2f} | {drawn:.2f} | {usable:.2f} | {size / 1000:.0f} |"
                    print(f"{line} {os.getloadavg()[0]:.1f} |", flush=True)


if __name__ == "__main__":
    main()
