"""The project's own calendar rows, for the tests of the clock."""

from pathlib import Path

import pytest

from landsea_core.clock import Overrides, read_overrides

FOLDER = Path(__file__).parents[3] / "data" / "reference" / "calendars"


@pytest.fixture(scope="session")
def overrides() -> Overrides:
    """All rows of data/reference/calendars."""
    return read_overrides({file.name: file.read_text("utf-8").splitlines() for file in sorted(FOLDER.glob("*.jsonl"))})
