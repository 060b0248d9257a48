"""Every sentence with which the core refuses an act is said in the reader's language."""

import pytest
from django.utils import translation

from landsea.base.refusal import Refused
from landsea.base.translation.sentences import say_sentence
from landsea.cases.actions.accept import accept_case
from landsea.cases.tests.world import make_world
from landsea_core.caseflow import SENTENCES


@pytest.mark.parametrize("language", ["zh-hans", "vi", "lo", "th"])
def test_each_is_translated(language):
    with translation.override(language):
        assert not [
            code for code, one in SENTENCES.items() if say_sentence(one.fill(days=30)) == str(one.fill(days=30))
        ]


@pytest.mark.django_db
def test_an_act_that_is_not_possible_is_refused_in_the_reader_s_language():
    world = make_world()
    case = world.file().case
    accept_case(world.actor("holder"), case.ref, now=case.filed_at)
    with translation.override("zh-hans"), pytest.raises(Refused, match="现在不能这样做"):
        accept_case(world.actor("holder"), case.ref, now=case.filed_at)
