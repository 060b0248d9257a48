"""What the core refuses of a question, a row or a file of trips is said in the reader's language."""

import pytest
from django.urls import reverse
from django.utils import translation

from landsea.base.translation.sentences import say_sentence
from landsea_core.sentences import Sentence

from .editing_forms import POST, edit, form_of
from .test_timetables import HEAD, send, zipped


@pytest.mark.parametrize("language", ["zh-hans", "vi", "lo", "th"])
def test_sentences_in_sentences_are_said_in_one_language(language):
    words = Sentence(
        "%(where)s: %(fault)s",
        where=Sentence("Line %(number)s", number=3),
        fault=Sentence("it does not say which trip it belongs to."),
    )
    assert str(words) == "Line 3: it does not say which trip it belongs to."
    with translation.override(language):
        assert "3" in say_sentence(words) and "Line" not in say_sentence(words) and "belongs" not in say_sentence(words)


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
