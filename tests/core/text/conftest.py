"""Texts are read by lexicons alone here, unless a test asks for the trained model: lexicons must stand by themselves."""

import pytest

from landsea_core.text import reading


@pytest.fixture(autouse=True)
def lexicons_alone():
    kept = reading._source[:]
    reading.use_embedder(None)
    yield
    reading.use_embedder(kept[0] if kept else None)
