"""`docs/dependencies.md` says the versions of the lock, and `docs/asvs.md` names tests that are there, a row a requirement."""

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STATES = {"kept", "partly", "no", "none here"}
REQUIREMENTS = 253
"""Of levels 1 and 2 in version 5.0.0: 70 and 183."""
ROW = re.compile(r"^\| V(\d+)\.(\d+)\.(\d+) \| (.+) \| (.*) \| (.*) \| (.+) \|$", re.M)


def plain(name: str) -> str:
    """Return a package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_page_of_dependencies_says_what_the_lock_says():
    lock = (ROOT / "requirements" / "base.txt").read_text()
    locked = {
        plain(name): version for name, version in re.findall(r"^([\w.-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", lock, re.M)
    }
    chosen = re.findall(r"^([A-Za-z][\w.-]*)", (ROOT / "requirements" / "base.in").read_text(), re.M)
    page = (ROOT / "docs" / "dependencies.md").read_text()
    told = {plain(name): version for name, version in re.findall(r"^\| ([\w.-]+) \| [^|]* \| (\S+) \|", page, re.M)}
    told.pop("package", None)
    assert told == {plain(name): locked[plain(name)] for name in chosen}


def test_each_requirement_has_one_row_with_a_state_and_a_test_that_is_there():
    page = (ROOT / "docs" / "asvs.md").read_text()
    rows = ROW.findall(page)
    numbers = [".".join(row[:3]) for row in rows]
    assert len(numbers) == len(set(numbers)) == page.count("\n| V")
    assert len(rows) == REQUIREMENTS
    for row in rows:
        assert row[6] in STATES, row
        test = row[5].strip("`")
        assert not test or (ROOT / test).exists(), f"V{'.'.join(row[:3])} names {test}, which is not there"
    counts = Counter(row[6] for row in rows)
    said = f"{counts['kept']} kept, {counts['partly']} partly, {counts['no']} not, {counts['none here']} with nothing"
    assert said in page
