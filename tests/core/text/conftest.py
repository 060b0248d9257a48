"""Texts are read by lexicons alone here, unless a test asks for the trained model: lexicons must stand by themselves."""

import pytest

from landsea_core.text import reading


@pytest.fixture(autouse=True, scope="package")
def lexicons_alone():
    """Once for all of them: a reader takes more than a second to make, and nothing that a test does changes it."""
    kept = reading._source[:]
    reading.use_embedder(None)
    yield
    reading.use_embedder(kept[0] if kept else None)
