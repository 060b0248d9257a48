"""What a desk answers for, in words: what holds for the same places stands in one sentence."""

import pytest

from landsea.directory.competence_sentences import CompetenceNames
from landsea.directory.models import Competence

pytestmark = pytest.mark.django_db


def test_subjects_of_the_same_places_are_one_sentence():
    rows = [
        Competence(topic=topic, place=place, country="CN")
        for topic in ("customs", "plant_health")
        for place in ("CNMHN", "CNRLC")
    ]
    rows.append(Competence(topic="roads", country="CN"))
    names = CompetenceNames([], "en")
    names.topics = {one: {"en": one} for one in ("customs", "plant_health", "roads")}
    names.places = {"CNMHN": {"en": "Mohan"}, "CNRLC": {"en": "Ruili"}}
    assert names.sentences(rows) == ["customs; plant_health · Mohan, Ruili", "roads · China"]
