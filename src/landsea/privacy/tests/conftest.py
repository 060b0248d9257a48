"""A small world of people about whom something is kept, papers in a folder of the test."""

import pytest

from landsea.cases.tests.world import make_world, with_contacts
from landsea.privacy import periods


@pytest.fixture(autouse=True)
def files_apart(settings, tmp_path):
    settings.FILES_ROOT = tmp_path / "files"


@pytest.fixture
def own_periods(settings, tmp_path):
    """Let the installation have periods of its own: a function that writes them."""

    def write(*lines: str) -> None:
        file = tmp_path / "periods.jsonl"
        file.write_text("\n".join(lines), encoding="utf-8")
        settings.RETENTION_FILE = str(file)
        periods._periods_of.cache_clear()

    yield write
    periods._periods_of.cache_clear()


@pytest.fixture
def world(db):
    return with_contacts(make_world())
