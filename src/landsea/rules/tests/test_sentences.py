"""What the core says of a measure that is not in order is there to be translated, and is said in the editor's language."""

import ast
from pathlib import Path

import pytest
from django.utils import translation

import landsea_core.rules
from landsea.base.ui.saying import said
from landsea.rules.draft_form import DraftForm
from landsea.rules.forms import InterestForm
from landsea.rules.sentences import SENTENCES
from landsea_core.rules.check import check_hs_code

CORE = Path(landsea_core.rules.__file__).parent


def test_all_sentences_are_collected_and_none_is_left_over():
    """As the core has them, and no other."""
    there = set()
    for source in (file.read_text() for file in CORE.glob("*.py")):
        if "landsea_core.sentences" in source:
            for node in ast.walk(ast.parse(source)):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "sentence":
                    there.add(node.args[0].value)
    with translation.override("en"):
        assert there == {str(one) for one in SENTENCES}


@pytest.mark.parametrize("language", ["zh-hans", "vi", "lo"])
def test_faults_of_forms_are_said_in_the_editor_s_language(language):
    """A day that is none, a code that is none: no English in other languages, and what was typed is quoted."""
    with translation.override(language):
        draft = DraftForm({"in_force": "soon"}).errors["in_force"][0]
        watch = InterestForm({"hs": "99x"}).errors["hs"][0]
        nearest = said(check_hs_code("081069", {"081060", "081050"}))
    assert "soon" in draft and "is no day" not in draft
    assert "99x" in watch and "is no HS code" not in watch
    assert "081060" in nearest and "nearest" not in nearest
