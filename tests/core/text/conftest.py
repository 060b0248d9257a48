"""Texts are read by lexicons and the files' places alone here, unless a test asks for more: they must stand by themselves."""

import pytest

from landsea_core.text import default_reader


@pytest.fixture(autouse=True, scope="package")
def lexicons_alone(request):
    """Once for all of them: a reader takes more than a second to make, and nothing that a test does changes it."""
    assert isinstance(request.node, pytest.Package), "in a folder that is no package this would hold for the whole run"
    kept, places = default_reader._source[:], default_reader._places_source[:]
    default_reader.use_embedder(None)
    default_reader.use_known_places(None)
    yield
    default_reader.use_embedder(kept[0] if kept else None)
    default_reader.use_known_places(places[0] if places else None)
