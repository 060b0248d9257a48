"""Every sentence with which the core refuses a question or a file of trips is there to be translated."""

import ast
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import translation

import landsea_core.planner.network
from landsea.base.ui.saying import said
from landsea.corridor.sentences import AS_THEY_ARE, SENTENCES
from landsea_core.sentences import sentence

from .editing_forms import POST, edit, form_of
from .test_timetables import HEAD, send, zipped

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
    words = sentence(
        "%(where)s: %(fault)s",
        where=sentence("Line %(number)s", number=3),
        fault=sentence("it does not say which trip it belongs to."),
    )
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


@pytest.mark.django_db
def test_what_is_wrong_with_a_row_is_said_in_the_editor_s_language(world):
    coordinator = world.client("coordinator")
    coordinator.cookies["language"] = "zh-hans"
    sent = form_of("procedures", POST, typical=30, p90=20, why="x", act="save")
    page = coordinator.post(edit("procedures", POST), sent)
    assert page.context["form"].errors["typical"] == ["min、typical、p90 须依次不减，且不低于零。"]
    address = reverse("retire_network_row", args=["places", "VNHNI"])
    refused = coordinator.post(address, {"retire-why": "x", "seen": 0}).content.decode()
    assert "停靠的 VNHNI 已停用" in refused and "which is retired" not in refused


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "a,b\n", "a.csv:1 không có cột id"),
        ("a.csv", HEAD + "N1,zeppelin,x,daily,CNTJC,,0,20:00,0\n", "a.csv:2 N1: phương thức “zeppelin” không thuộc"),
        (
            "a.json",
            '[{"carrierServiceCode": "X", "vesselSchedules": [{}]}]',
            "a.json: X, chuyến tàu 1 không có transportCalls",
        ),
        ("a.zip", zipped({"stops.txt": "stop_id\n"}), "stops.txt:1 không có cột stop_name"),
    ],
)
def test_what_is_wrong_with_a_timetable_is_said_in_the_editor_s_language(world, name, text, said):
    """File and line stay as they are."""
    coordinator = world.client("coordinator")
    coordinator.cookies["language"] = "vi"
    faults = send(coordinator, name, text).context["faults"]
    assert any(said in one for one in faults), faults
