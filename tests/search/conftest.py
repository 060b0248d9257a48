"""The compiled search is compiled once before the first test of it, in a process of its own, if it is not ready."""

import pytest

from landsea_search import load_compiled


@pytest.fixture(scope="session", autouse=True)
def compiled_search():
    """Load the compiled search into the process that tests, with its optional part."""
    load_compiled(very_many_labels=True)
