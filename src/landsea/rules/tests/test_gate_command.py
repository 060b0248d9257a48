"""`landsea gate`: what it prints and what it refuses, without a database."""

import json

import pytest
from django.core.management import CommandError, call_command

ASKED = {"hs": "0810.60", "origin": "my", "destination": "CN", "transit": "TH, la", "mode": "rail", "on": "2026-08-01"}


def asked(capsys, **changed) -> dict:
    call_command("gate", json=True, **ASKED | changed)
    return json.loads(capsys.readouterr().out)


def test_the_answer_as_json_has_its_four_keys(capsys):
    found = asked(capsys)
    assert {"verdict", "forbids", "requires", "unknown"} <= set(found)
    assert found["verdict"] == "forbidden"
    assert [one["measure"] for one in found["forbids"]] == ["M013"]
    assert found["question"]["transit"] == ["TH", "LA"]


def test_the_answer_in_words_names_measure_date_and_source(capsys):
    call_command("gate", **ASKED)
    words = capsys.readouterr().out
    for part in ("FORBIDDEN", "M013", "since 2024-06-19", "thestar.com.my"):
        assert part in words


def test_a_code_that_does_not_exist_is_told_with_the_nearest(capsys):
    found = asked(capsys, hs="081069")
    assert "nearest are" in found["unknown"][0]["what"]
    assert found["verdict"] != "allowed"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"hs": "durian"}, "give 2 to 10 digits"),
        ({"hs": "8"}, "give 2 to 10 digits"),
        ({"origin": "XX"}, "--origin XX: give the two letters"),
        ({"transit": "TH,ZZ"}, "--transit ZZ"),
        ({"on": "2026-02-30"}, "give a day that exists"),
        ({"origin": "CN"}, "the same country"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(changed, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("gate", **ASKED | changed)


def test_an_empty_folder_is_named(tmp_path):
    with pytest.raises(CommandError, match="There are no measures"):
        call_command("gate", folder=tmp_path, **ASKED)


def test_a_broken_row_is_named_with_its_line(tmp_path):
    (tmp_path / "measures.jsonl").write_text('{"id": "A"}\n')
    with pytest.raises(CommandError, match=r"measures.jsonl:1: the field 'applies' is missing"):
        call_command("gate", folder=tmp_path, **ASKED)
