"""The measures of the reference files, read once, and small measures made by hand."""

from pathlib import Path

import pytest

from landsea_core.rules import Book, read_book

REFERENCE = Path(__file__).resolve().parents[3] / "data/reference"


@pytest.fixture(scope="session")
def book() -> Book:
    """All measures on file."""
    return read_book(REFERENCE)
