"""Every sentence with which the core refuses a question or a file of trips is there to be translated."""

import ast
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import translation

import landsea_core.planner.network
from landsea.corridor.sentences import AS_THEY_ARE, SENTENCES
from landsea.ui.saying import said
from landsea_core.sentences import sentence

CORE = Path(landsea_core.planner.network.__file__).parent


def test_all_sentences_are_collected_and_none_is_left_over():
    said_there = set()
    for source in (file.read_text() for file in CORE.glob("*.py")):
        if "landsea_core.sentences" not in source:
            continue  # the rules' `sentence` is another one
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "sentence":
                assert isinstance(node.args[0], ast.Constant), "a template stands as it is"
                said_there.add(node.args[0].value)
    with translation.override("en"):
        assert said_there == {str(one) for one in SENTENCES} | set(AS_THEY_ARE)


@pytest.mark.parametrize("language", ["zh-hans", "vi", "lo"])
def test_sentences_in_sentences_are_said_in_one_language(language):
    words = sentence("%(where)s: %(fault)s", where=sentence("Line %(number)s", number=3),
                     fault=sentence("it does not say which trip it belongs to."))  # fmt: skip
    assert str(words) == "Line 3: it does not say which trip it belongs to."
    with translation.override(language):
        assert "3" in said(words) and "Line" not in said(words) and "belongs" not in said(words)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"from": "Vientiane", "to": "Vientiane"}, "起点"),
        ({"from": "Vientiane", "to": "Chongqing", "amount": "0"}, "大于零"),
    ],
)
def test_a_question_that_cannot_be_planned_comes_back_in_chinese(client, asked, expected):
    client.cookies["language"] = "zh-hans"
    page = client.get(reverse("plan"), {"ready": "2026-12-01T08:00", "unit": "teu", **asked}).content.decode()
    assert expected in page
