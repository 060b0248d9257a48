"""Texts are read by lexicons and the files' places alone here, unless a test asks for more: they must stand by themselves."""

import pytest

from landsea_core.text import reading


@pytest.fixture(autouse=True, scope="package")
def lexicons_alone():
    """Once for all of them: a reader takes more than a second to make, and nothing that a test does changes it."""
    kept, places = reading._source[:], reading._places_source[:]
    reading.use_embedder(None)
    reading.use_known_places(None)
    yield
    reading.use_embedder(kept[0] if kept else None)
    reading.use_known_places(places[0] if places else None)
