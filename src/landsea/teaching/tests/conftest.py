"""Fixtures of the teaching app's tests: a world, a corrected case, and a reader that forgets the words of each test."""

import pytest
from django.core.cache import cache

from landsea.cases.models import Case, ReadingCorrection
from landsea.cases.tests.world import World, make_world
from landsea.directory.reference_cache import forget_rows
from landsea_core.text.default_reader import renew_words, use_added_words
from landsea_core.text.quality.corrections import Change

QUEUE = "We stand in the queue at the gate. Ask Mr Somchai Jaidee on 081-234-5678, plate 70-1234, Demo Fruit Co., Ltd."


@pytest.fixture(autouse=True)
def fresh() -> None:
    """No words of an earlier test are in force, none stay, and new ones are read with at once instead of prepared beside."""
    from landsea.teaching.access import find_words_in_force

    cache.clear()
    forget_rows()
    use_added_words(None)
    use_added_words(find_words_in_force)
    yield
    use_added_words(None)
    use_added_words(find_words_in_force)


@pytest.fixture
def world(db) -> World:
    """The small world of the cases app."""
    made = make_world()
    renew_words()
    return made


@pytest.fixture
def corrected(world):
    """Return a function that files a case whose matter was corrected, and gives the correction."""

    def made(text: str = QUEUE, before: str = "gate_queue", after: str = "rail", **fields) -> ReadingCorrection:
        about = {"topic": "transport_border", "matter": after, "written_in": "en", "filer_country": "TH"}
        reading = {"matter": [before, 0.7], "lexicon": "2", "model": "m"}
        changes = (Change("matter", before, after, 0.7),) if after != before else ()
        case = world.file(text, reading=reading, corrections=changes, **(about | fields)).case
        return ReadingCorrection.objects.filter(case=case).first() or Case.objects.get(pk=case.pk)

    return made
