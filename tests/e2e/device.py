"""A phone or a desk's screen in front of the platform, which notes whatever a careful visitor would complain about.

Complaints are: lines of the console, faults of scripts, breaches of the content policy, requests that failed, what axe
calls serious or critical, and pages wider than the screen. The content policy stays in force all the time: axe comes in
through the browser's debugger, not through the page.
"""

import os
import time
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request, Response

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
SIZES = {"phone": (390, 844), "desk": (1280, 900)}
GRAVE = ("serious", "critical")
QUIET, LOOK = (
    120,
    40,
)  # milliseconds without a request under way, after which a page is at rest; how often that is looked at
LASTING = ("eventsource", "websocket")
PATIENCE = 60_000  # milliseconds that one element may take: on a busy machine much; how quick pages are, bench measures


@cache
def axe_script() -> str:
    """Return the script of axe, read once."""
    return AXE.read_text(encoding="utf-8")


class Device:
    """One visitor's browser: cookies, language and size of its own."""

    def __init__(self, browser: Browser, address: str, size: str, locale: str = "en", *, script: bool = True) -> None:
        width, height = SIZES[size]
        self.is_phone, self.size, self.locale = size == "phone", size, locale
        self.script = script
        self.complaints: list[str] = []
        self._refusals_expected = False
        self._under_way = 0
        self._asked: dict[Request, float] = {}
        self._context = browser.new_context(
            base_url=address,
            viewport={"width": width, "height": height},
            locale=locale,
            has_touch=self.is_phone,
            java_script_enabled=script,
        )
        self._context.set_default_timeout(PATIENCE)
        self.page: Page = self._context.new_page()
        self.page.on("console", lambda line: self._complain(line.type, line.text) if line.type != "log" else None)
        self.page.on("pageerror", lambda fault: self._complain("script", str(fault)))
        self.page.on("response", self._note_answer)
        self.page.on("requestfailed", self._note_failure)
        self.page.on("request", lambda request: self._count(request, 1))
        self.page.on("requestfinished", lambda request: self._count(request, -1))

    def open(self, path: str) -> Page:
        """Go to an address and return the page."""
        self.page.goto(path)
        return self.page

    def text(self) -> str:
        """Return everything that the page holds, what is folded away and the addresses of links included."""
        return self.page.content()

    def check(self, name: str) -> None:
        """Hold this state of the page to everything a visitor may expect; with SHOTS=folder, keep a picture of it."""
        self.wait_until_quiet()
        folder = os.environ.get("SHOTS")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            path = Path(folder) / f"{name}-{self.size}-{self.locale}{'' if self.script else '-noscript'}.png"
            self.page.screenshot(path=path, full_page=True)
        violations = self._axe()
        assert violations == [], f"axe on {name} ({self.page.url}): {violations}"
        wide = self._in_page("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{name} is {wide} pixels wider than the {self.size}"
        assert self.complaints == [], f"{name}: {self.complaints}"

    def wait_until_quiet(self) -> None:
        """Return when the page is there and nothing that it asked for is under way; also after what a script asked for later.
        The driver's own wait for that takes half a second, and knows only of what a page loads at first.
        """
        self.page.wait_for_load_state("load")
        quiet, left = 0, PATIENCE
        while quiet < QUIET and left > 0:
            self.page.wait_for_timeout(LOOK)
            quiet, left = 0 if self._under_way > 0 else quiet + LOOK, left - LOOK
        assert quiet >= QUIET, f"{self.page.url} never rests: {self._under_way} requests under way"

    def expect_refusal(self) -> None:
        """From now on answers of 4xx are what the story is about; all else still counts."""
        self._refusals_expected = True

    def close(self) -> None:
        """End this visit; raise when something was complained about after the last check."""
        self._context.close()
        assert self.complaints == [], self.complaints

    def _axe(self) -> list:
        if not self.script:
            return []  # axe is a script itself; the same pages are checked with scripts
        self._in_page(f"{axe_script()}; undefined")
        # What is right is not described, and what can be no grave fault is not looked at: each takes half of the time.
        mild = "axe._audit.rules.filter(one => ['minor', 'moderate'].includes(one.impact))"
        left_out = f"Object.fromEntries({mild}.map(one => [one.id, {{enabled: false}}]))"
        asked = f"{{resultTypes: ['violations'], preload: false, rules: {left_out}}}"
        found = self._in_page(
            f"axe.run({asked}).then(found => found.violations.map(one => [one.id, one.impact, one.nodes[0].html]))"
        )
        return [violation for violation in found if violation[1] in GRAVE]

    def _in_page(self, expression: str):
        if not self.script:
            return self.page.evaluate(expression)
        session = self._context.new_cdp_session(self.page)
        try:
            answer = session.send(
                "Runtime.evaluate", {"expression": expression, "awaitPromise": True, "returnByValue": True}
            )
        finally:
            session.detach()
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def _note_answer(self, answer: Response) -> None:
        if answer.status >= 500 or (answer.status >= 400 and not self._refusals_expected):
            self._complain("answer", f"{answer.status} {urlsplit(answer.url).path}")

    def describe(self) -> str:
        """Say where it is, what it waits for, how long, and which workers stand between: for a story that waited in vain."""
        now = time.monotonic()
        waits = [
            f"{one.method} {one.url} ({one.resource_type}) for {now - at:.1f} s" for one, at in self._asked.items()
        ]
        workers = [f"worker {one.url}" for one in self._context.service_workers]
        return "\n".join([self.page.url, str(self.complaints), *waits, *workers])

    def _count(self, request, by: int) -> None:
        if by > 0:
            self._asked[request] = time.monotonic()
        else:
            self._asked.pop(request, None)
        if request.resource_type not in LASTING:
            self._under_way += by

    def _note_failure(self, request) -> None:
        self._count(request, -1)
        if "ERR_ABORTED" not in (request.failure or ""):  # left for another page, or a download
            self._complain("request", f"{request.failure} {urlsplit(request.url).path}")

    def _complain(self, kind: str, words: str) -> None:
        if self._refusals_expected and "Failed to load resource: the server responded with a status of 4" in words:
            return
        self.complaints.append(f"{kind}: {words}")
