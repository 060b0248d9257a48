"""A table of all pages on a phone, those of who works here too: how high each is, how many taps lead to it from the first
page, and how many seconds it takes on a slow phone; of one installation, or of two side by side, as of an earlier commit.

Run: `LANDSEA_VAR=var python -m bench.page_table ADDRESS [--before ADDRESS --before-var FOLDER]`. LANDSEA_VAR is where a
demonstration keeps its sign-ins; where there are none, the pages of who works here are left out. CHROMIUM names the browser.

A tap opens a link; the menu takes one more, and so does the button of a form whose answer the page is. Seconds are until the
main text stands and every script has run, at a quarter of this processor's speed and 1.6 Mbit/s, as in `bench.first_views`, but
with style, script and letters kept from the pages before: as somebody goes through them. The middle of three looks counts.
"""

import argparse
import heapq
import os
import statistics
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from bench.all_pages import PHONE, STAFF, find_named, has_sign_ins, open_browser, sign_in
from bench.first_views import DRAWN, LINE, LOOKS, SLOWER, USABLE
from bench.page_heights import measure_path

LINKS = """all => all.map(one => {
    const to = new URL(one.getAttribute("href") ?? one.getAttribute("action"), location).pathname;
    return [one.matches("form") ? `${to}?` : to, one.closest("header nav, header details") ? 2 : 1];
})"""
"""Where links lead, and with a question mark where forms that ask lead; and how many taps each takes."""
HUBS = ("/", "/who/", "/barriers/", "/dialogues/", "/exchange/")
"""Pages whose links differ for who works here: what only they are shown is reached from these."""
NOT_THERE = "-"


@dataclass
class Seen:
    """What was measured of a page; `taps` is None where no link of these pages leads to it."""

    path: str
    height: int = 0
    seconds: float = 0.0
    taps: int | None = None
    links: dict[str, int] = field(default_factory=dict)


def look_at_pages(browser: Browser, address: str, folder: Path | None) -> dict[str, Seen]:
    """Return what is seen of each page by what the table calls it; of staff pages where `folder` keeps sign-ins."""
    context = browser.new_context(viewport={**PHONE}, has_touch=True, service_workers="block")
    page = context.new_page()
    seen: dict[str, Seen | None] = {
        name: look_at(page, address, path) for name, path in find_named(page, address).items()
    }
    count_taps(seen, "/")
    if folder and has_sign_ins(folder):
        sign_in(page, address, folder)
        staff: dict[str, Seen | None] = {path: look_at(page, address, path) for path in STAFF}
        hubs = {f"{path} (signed in)": look_at(page, address, path) for path in HUBS}
        count_taps(hubs | staff, "/ (signed in)")
        seen |= staff
    context.close()
    return {name: found for name, found in seen.items() if found}


def look_at(page: Page, address: str, path: str) -> Seen | None:
    """Return height, seconds and links of a page; None where there is none of this address."""
    answer = page.goto(f"{address}{path}")
    if answer is None or answer.status >= 400:
        return None
    height = measure_path(page, f"{address}{path}")
    links: dict[str, int] = {}
    for link, taps in page.eval_on_selector_all("a[href], form[method=get][action]", LINKS):
        links[link] = min(taps, links.get(link, taps))
    return Seen(path, height, measure_seconds(page, f"{address}{path}"), links=links)


def measure_seconds(page: Page, url: str) -> float:
    """Return the middle of three looks at a page on a slow phone."""
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    looks: list[float] = []
    for _ in range(LOOKS):
        page.goto(url, wait_until="load")
        page.wait_for_timeout(200)
        looks.append(max(page.evaluate(f"[{DRAWN}, {USABLE}]")))
    line.send(
        "Network.emulateNetworkConditions", {**LINE, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    )
    line.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    line.detach()
    return statistics.median(looks) / 1000


def count_taps(seen: dict[str, Seen | None], first: str) -> None:
    """Note how many taps lead to each page from the first one, the nearest way: over links of these pages alone."""
    by_address = {urlsplit(one.path).path: one for one in seen.values() if one and "?" not in one.path}
    start = seen[first]
    waiting: list[tuple[int, str]] = [(0, urlsplit(start.path).path)] if start else []
    while waiting:
        taps, address = heapq.heappop(waiting)
        one = by_address.get(address)
        if one is None or one.taps is not None:
            continue
        one.taps = taps
        for link, more in one.links.items():
            heapq.heappush(waiting, (taps + more, link))
    for asked in seen.values():
        if asked and "?" in asked.path:
            form = f"{urlsplit(asked.path).path}?"
            ways = [
                one.taps + one.links[form] for one in by_address.values() if one.taps is not None and form in one.links
            ]
            asked.taps = min(ways, default=None)


def say(found: Seen | None) -> list[str]:
    """Return height, taps and seconds as cells; a dash for what is not there."""
    if found is None:
        return [NOT_THERE] * 3
    return [f"{found.height:,}", NOT_THERE if found.taps is None else str(found.taps), f"{found.seconds:.1f}"]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.page_table")
    parser.add_argument("address", help="where the installation answers")
    parser.add_argument("--before", help="where an earlier one answers", default="")
    parser.add_argument("--before-var", type=Path, help="where that one keeps its sign-ins")
    asked = parser.parse_args()
    with open_browser() as browser:
        now = look_at_pages(browser, asked.address.rstrip("/"), Path(os.environ.get("LANDSEA_VAR", "var")))
        before = look_at_pages(browser, asked.before.rstrip("/"), asked.before_var) if asked.before else {}
    heads = ["px before", "taps", "s", "px since", "taps", "s"] if before else ["px", "taps", "s"]
    print(f"| page | {' | '.join(heads)} |\n|---|{'---|' * len(heads)}")
    for name in now:
        cells = [*say(before.get(name)), *say(now[name])] if before else say(now[name])
        print(f"| `{name}` | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
