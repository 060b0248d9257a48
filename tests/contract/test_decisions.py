"""Pages of decision and the list of changes keep their form: what, why, what else, state; versions by their day."""

import re
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs/decisions").glob("*.md"))
PARTS = ("**Decided", "**Why.**", "**What else was tried.**", "**State.**")
MOST_LINES = 45


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_of_decision_says_what_why_what_else_and_its_state(page):
    lines = page.read_text().splitlines()
    assert lines[0].startswith("# ") and len(lines) <= MOST_LINES, "measurements stand beside their benchmark"
    begun = [part for line in lines for part in PARTS if line.startswith(part)]
    assert begun == list(PARTS)
    state = page.read_text().split(PARTS[-1])[1]
    assert re.search(r"(since|until) (\d+ )?[A-Z][a-z]+ 20\d\d", state), "since when does it hold?"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_pages_that_a_decision_names_are_there(page):
    for name in re.findall(r"`([\w./-]+\.md)`", page.read_text()):
        assert (ROOT / name).is_file() or (page.parent / name).is_file(), name


def test_the_newest_version_stands_first_and_is_the_packages():
    versions = re.findall(r"^## (.*)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    days = [date(*map(int, version.split("."))) for version in versions]
    assert days == sorted(set(days), reverse=True)
    assert f'version = "{versions[0]}"' in (ROOT / "pyproject.toml").read_text()
