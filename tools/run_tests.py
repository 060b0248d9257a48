"""Run the tests: first all that need no browser, then the browser's, each kind in a process of its own.

Usage: run_tests.py [what pytest takes]...   With arguments, one run of just those.
CHROMIUM names the browser; otherwise one on the path is taken. Ends with one line that counts both runs.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
BROWSER_TESTS = ("tests/ui/test_in_the_browser.py", "tests/e2e")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
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
    subprocess.run([sys.executable, "-m", "landsea", "messages", "--compile"], cwd=ROOT, check=True)
    if arguments:
        return pytest(arguments)
    runs = [[f"--ignore={name}" for name in BROWSER_TESTS]]
    if browser:
        runs += [[name] for name in BROWSER_TESTS]
    with tempfile.TemporaryDirectory() as folder:
        reports = [Path(folder) / f"{number}.xml" for number in range(len(runs))]
        statuses = [pytest([*run, f"--junitxml={file}"]) for run, file in zip(runs, reports, strict=True)]
        print(summary(reports), flush=True)
    return next((status for status in statuses if status), 0)


def pytest(arguments: list[str]) -> int:
    """Run pytest and return its exit status."""
    status = subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=ROOT, check=False).returncode
    if status == NO_TESTS:
        print("No test was found, which counts as a failure.", flush=True)
    return status


def summary(reports: list[Path]) -> str:
    """Return the counts of all runs as one line."""
    totals = dict.fromkeys(("tests", "failures", "errors", "skipped"), 0)
    for report in filter(Path.exists, reports):
        for suite in ElementTree.parse(report).iter("testsuite"):
            for name in totals:
                totals[name] += int(suite.get(name, 0))
    failed = totals["failures"] + totals["errors"]
    return f"{totals['tests'] - failed - totals['skipped']} passed, {failed} failed, {totals['skipped']} skipped"


def find_browser() -> str | None:
    """Return the path of a chromium, or None."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, BROWSERS)), None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
