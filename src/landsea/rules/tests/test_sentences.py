"""What the core says of a measure that is not in order is said in the editor's language."""

import pytest
from django.utils import translation

from landsea.base.translation.sentences import say_sentence
from landsea.rules.draft_form import DraftForm
from landsea.rules.forms import InterestForm
from landsea_core.rules.check import check_hs_code


@pytest.mark.parametrize("language", ["zh-hans", "vi", "lo", "th"])
def test_faults_of_forms_are_said_in_the_editor_s_language(language):
    """A day that is none, a code that is none: no English in other languages, and what was typed is quoted."""
    with translation.override(language):
        draft = DraftForm({"in_force": "soon"}).errors["in_force"][0]
        watch = InterestForm({"hs": "99x"}).errors["hs"][0]
        nearest = say_sentence(check_hs_code("081069", {"081060", "081050"}))
    assert "soon" in draft and "is no day" not in draft
    assert "99x" in watch and "is no HS code" not in watch
    assert "081060" in nearest and "nearest" not in nearest
