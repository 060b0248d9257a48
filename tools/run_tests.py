"""Run the tests in two lanes, group by group, each group in its own process: one lane begins with the browser's, and whichever
is free takes the next of all others, so both end at about the same time. A third lane was tried on two cores: each group
took half as long again, the whole as long as before, and a page of a story came too late.

Usage: run_tests.py [what pytest takes]...   With arguments, one run of just those.
CHROMIUM names the browser; otherwise one on the path is taken. What the second lane says is printed when the first is
through. Ends with how long each group took, which tests were unsteady, and one line that counts each test once.
"""

import contextlib
import os
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
BROWSER_TESTS = ("tests/ui/test_in_the_browser.py", "tests/e2e")
ALL_OTHERS: tuple[str, ...] = ()
PURE = ("tests/core", "tests/search", "tests/mail")
GROUPS = (
    ("tests/contract", "src/landsea/directory"),
    ALL_OTHERS,
    PURE,
    ("src/landsea/corridor", "src/landsea/rules"),
    ("tests/runtime",),
    ("src/landsea/cases", "src/landsea/associations", "src/landsea/consequences"),
)
"""What runs together, what takes longest first, so that all lanes end together: the last line of a run says how long each
took. All that stands in none of them is a group of its own: no test is forgotten.
"""
# The browser's driver can wait for ever for an answer that the browser lost. When nothing has been heard of a test for
# several times as long as the longest takes, the run is ended and tried once more.
PATIENCE = dict.fromkeys(BROWSER_TESTS, 420)  # seconds of silence
# Browsers, servers and databases on two shared cores meet what no test is about. Where so few tests of a group fail, these run
# once more in a fresh process on a fresh installation; what then passes is named as unsteady, for somebody to find out why.
# What is pure has no such excuse.
MOST_UNSTEADY = 3
FAILED = 1  # pytest's exit status when a test failed
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LANES = 2
NO_TESTS = 5  # pytest's exit status when it found none


def main(arguments: list[str]) -> int:
    """Run what is asked and return the exit status."""
    browser = find_browser()
    if browser:
        os.environ["CHROMIUM"] = browser
    else:
        print(
            "There is no chromium: the browser's tests are skipped. To run them: apt-get install chromium",
            flush=True,
        )
    # What pytest makes of a test's asserts is code that it keeps. Where Python may keep none, each of the groups made all anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([sys.executable, "-m", "landsea", "messages", "--compile"], cwd=ROOT, check=True)
    if arguments:
        return pytest(arguments)
    browsers = [[name] for name in BROWSER_TESTS] if browser else []
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(LANES - 1) as beside:
        own, shared = ([reported(group, Path(folder)) for group in groups] for groups in (browsers, all_groups()))
        left, waiting = deque(shared), [Voice() for _ in range(1, LANES)]
        others = [beside.submit(run_groups, [] if number else own, left, voice) for number, voice in enumerate(waiting)]
        try:
            statuses = run_groups([], left)
            for voice, other in zip(waiting, others, strict=True):
                voice.take_the_floor()
                statuses += other.result()
        finally:
            end_all()
        reports = sorted(Path(folder).glob("*.xml"))
        print("\n".join([*times_of(reports), *unsteady_in(reports), summary(reports)]), flush=True)
    return next((status for status in statuses if status), 0)


def all_groups() -> list[list[str]]:
    """Return what pytest takes for every group that needs no browser."""
    named = [*BROWSER_TESTS, *(name for group in GROUPS for name in group)]
    return [[*group, *(f"--ignore={name}" for name in (BROWSER_TESTS if group else named))] for group in GROUPS]


def reported(group: list[str], folder: Path) -> list[str]:
    """Return a group that also writes down how it ended and what failed, and prints which of its tests took long."""
    report = folder / name_of(group)
    kept = ["-o", f"cache_dir={report}.cache", f"--junitxml={report}.xml"]
    return [*group, "--durations=10", "--durations-min=10", *kept]


def name_of(group: list[str]) -> str:
    """Return a file's name for a group: that of what it runs first."""
    first = next((word for word in group if not word.startswith("-")), "everything else")
    return first.replace("/", "-").removesuffix(".py")


def run_groups(own: list[list[str]], shared: deque[list[str]], voice: "Voice | None" = None) -> list[int]:
    """Run one's own groups, then the next of the shared ones as long as there is one; return their exit statuses."""
    voice = voice or ALOUD
    statuses = [pytest(group, voice) for group in own]
    while True:
        try:
            group = shared.popleft()
        except IndexError:
            return statuses
        statuses.append(pytest(group, voice))


class Voice:
    """Says to standard output what is written to it, or keeps it until it may `take_the_floor`."""

    def __init__(self, *, silent: bool = True) -> None:
        self._kept: list[str] | None = [] if silent else None
        self._turn = threading.Lock()

    def write(self, words: str) -> None:
        with self._turn:
            if self._kept is None:
                sys.stdout.write(words)
                sys.stdout.flush()
            else:
                self._kept.append(words)

    def take_the_floor(self) -> None:
        with self._turn:
            kept, self._kept = self._kept, None
        self.write("".join(kept or ()))


ALOUD = Voice(silent=False)
RUNNING: set[subprocess.Popen] = set()
ENDED = threading.Event()


def end_all() -> None:
    """End what still runs, with its servers and browsers, and let nothing begin any more."""
    ENDED.set()
    for process in list(RUNNING):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def pytest(arguments: list[str], voice: Voice = ALOUD) -> int:
    """Run pytest and return its exit status. What runs a second time: the browser's tests when they hang, and few that fail."""
    patience = PATIENCE.get(arguments[0]) if arguments else None
    status = run(arguments, patience, voice)
    if status is None:
        voice.write(f"The browser did not answer for {patience} seconds: once more.\n")
        status = run(arguments, patience, voice)
    if status is None:
        voice.write("The browser hung twice, which counts as a failure.\n")
        return 1
    if status == NO_TESTS:
        voice.write("No test was found, which counts as a failure.\n")
    report = next((Path(word.partition("=")[2]) for word in arguments if word.startswith("--junitxml=")), None)
    if status == FAILED and arguments[0] not in PURE and report and 0 < len(failed_in(report)) <= MOST_UNSTEADY:
        voice.write("Few failed: these once more, in a fresh process.\n")
        again = [word for word in arguments if not word.startswith("--junitxml=")]
        status = run([*again, "--last-failed", f"--junitxml={second_of(report)}"], patience, voice)
    return FAILED if status is None else status


def second_of(report: Path) -> Path:
    """Return where the second run of a group writes down how it ended; it sorts behind the first."""
    return report.with_suffix(".xml2.xml")


def run(arguments: list[str], patience: float | None, voice: Voice = ALOUD) -> int | None:
    """Run pytest in a session of its own and return its exit status; with `patience`, None when it had to be ended, because
    for so many seconds it had said nothing, not even that a test was through.
    """
    if ENDED.is_set():
        return -signal.SIGKILL
    is_heard = patience is not None or voice is not ALOUD
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "tests.pytest_with_room", *arguments],
        cwd=ROOT,
        start_new_session=True,
        stdout=subprocess.PIPE if is_heard else None,
    )
    RUNNING.add(process)
    try:
        if is_heard and not pass_on(process.stdout, patience, voice) and process.poll() is None:
            return None  # silent, and not only because something it left behind holds its output open
        return process.wait()
    finally:
        if process.poll() is None:  # hung, or Ctrl-C here: its servers and browsers go with it
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        RUNNING.discard(process)


def pass_on(said: IO[bytes], patience: float | None, voice: Voice = ALOUD) -> bool:
    """Hand `voice` what is said, as it comes, until the speaker is done; False once nothing was said for `patience` seconds."""
    with selectors.DefaultSelector() as waiting:
        waiting.register(said, selectors.EVENT_READ)
        while waiting.select(patience):
            words = os.read(said.fileno(), 65_536)
            if not words:
                return True
            voice.write(words.decode("utf-8", "replace"))
    return False


def times_of(reports: list[Path]) -> list[str]:
    """Return a line about each run: how many seconds its tests took."""
    suites = [(file.stem, suite) for file in reports for suite in ElementTree.parse(file).iter("testsuite")]
    return [f"{float(suite.get('time', 0)):6.0f} s  {name}" for name, suite in suites]


def outcomes_in(report: Path) -> dict[str, str]:
    """Return how each test of a run ended: "passed", "failed" or "skipped". A fault before or after a test fails it."""
    found: dict[str, str] = {}
    for test in ElementTree.parse(report).iter("testcase") if report.exists() else ():
        name = f"{test.get('classname')}::{test.get('name')}"
        kinds = {child.tag for child in test}
        ended = "failed" if kinds & {"failure", "error"} else "skipped" if "skipped" in kinds else "passed"
        found[name] = "failed" if "failed" in (ended, found.get(name)) else ended
    return found


def failed_in(report: Path) -> list[str]:
    """Return the tests of a run that failed."""
    return [name for name, ended in outcomes_in(report).items() if ended == "failed"]


def unsteady_in(reports: list[Path]) -> list[str]:
    """Return a line about each test that failed first and passed when it ran once more."""
    again = [(failed_in(report), outcomes_in(second_of(report))) for report in reports]
    return [f"UNSTEADY {name}" for failed, ended in again for name in failed if ended.get(name) == "passed"]


def summary(reports: list[Path]) -> str:
    """Return the counts of all tests as one line, each as it ended last."""
    ended: dict[str, str] = {}
    for report in reports:
        ended |= outcomes_in(report)
    counts = [f"{list(ended.values()).count(kind)} {kind}" for kind in ("passed", "failed", "skipped")]
    unsteady = len(unsteady_in(reports))
    return ", ".join([*counts, *([f"{unsteady} unsteady"] if unsteady else [])])


def find_browser() -> str | None:
    """Return the path of a chromium, or None."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, BROWSERS)), None)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # an end that still ends what was begun
    sys.exit(main(sys.argv[1:]))
