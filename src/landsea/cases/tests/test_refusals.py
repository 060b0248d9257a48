"""Every sentence with which the core refuses an act is there to be translated, and is said in the reader's language."""

import pytest
from django.utils import translation

from landsea.base.refusal import Refused
from landsea.cases.actions.accept import accept
from landsea.cases.refusals import SENTENCES
from landsea.cases.tests.world import make_world
from landsea_core.caseflow.moves import SENTENCES as CORE


def test_all_sentences_of_the_core_are_collected():
    with translation.override("en"):
        assert {str(one) for one in SENTENCES} == set(CORE.values())


@pytest.mark.parametrize("language", ["zh-hans", "vi", "lo"])
def test_each_is_translated(language):
    with translation.override(language):
        assert not {str(one) for one in SENTENCES} & set(CORE.values())


@pytest.mark.django_db
def test_an_act_that_is_not_possible_is_refused_in_the_reader_s_language():
    world = make_world()
    case = world.file().case
    accept(world.actor("holder"), case.ref, now=case.filed_at)
    with translation.override("zh-hans"), pytest.raises(Refused, match="现在不能这样做"):
        accept(world.actor("holder"), case.ref, now=case.filed_at)
