"""`landsea gate`: what it prints and what it refuses, without a database."""

import json
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from landsea.rules.commandline.gate import main

ASKED = {"hs": "0810.60", "origin": "my", "destination": "CN", "transit": "TH, la", "mode": "rail", "on": "2026-08-01"}


def options(**changed) -> list[str]:
    return [f"--{name}={value}" for name, value in (ASKED | changed).items()]


def asked(capsys, **changed) -> dict:
    assert main([*options(**changed), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_answer_as_json_has_its_four_keys(capsys):
    found = asked(capsys)
    assert {"verdict", "forbids", "requires", "unknown"} <= set(found)
    assert found["verdict"] == "forbidden"
    assert [one["measure"] for one in found["forbids"]] == ["M013"]
    assert found["question"]["transit"] == ["TH", "LA"]


def test_the_answer_in_words_names_measure_date_and_source(capsys):
    assert main(options()) == 0
    words = capsys.readouterr().out
    for part in ("FORBIDDEN", "M013", "since 2024-06-19", "thestar.com.my"):
        assert part in words


def test_without_a_day_it_is_asked_for_today(capsys):
    without = [one for one in options() if not one.startswith("--on=")]
    days = {datetime.now(UTC).date().isoformat()}
    assert main([*without, "--json"]) == 0
    days.add(datetime.now(UTC).date().isoformat())  # midnight may pass meanwhile
    assert json.loads(capsys.readouterr().out)["question"]["on"] in days


def test_what_is_asked_of_goods_stands_before_what_eases_their_way(capsys):
    assert main(options(origin="TH", transit="LA")) == 0
    words = capsys.readouterr().out
    assert words.index("Requires:") < words.index("Offers relief:") < words.index("Sources:")


def test_what_only_a_general_row_lets_in_is_said_to_be_no_permission(capsys):
    fridges = {"hs": "841810", "origin": "CN", "destination": "MM", "transit": "", "mode": "road", "condition": "new"}
    assert main(options(**fridges)) == 0
    words = capsys.readouterr().out
    told = asked(capsys, **fridges)["says"]
    assert "stops these goods. That is not a permission." in told and words.splitlines()[1] == told
    assert "not looked systematically at: bans and stops" in words


def test_where_only_used_goods_are_stopped_and_nobody_said_which_these_are_the_stop_is_named(capsys):
    found = asked(capsys, hs="841810", origin="CN", destination="MM", transit="", mode="road")
    assert found["says"].startswith("Some goods of this code may not pass: they are named below.")
    assert "M7831" in json.dumps(found)


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
def test_what_cannot_be_is_refused_with_a_sentence(capsys, changed, sentence):
    assert main(options(**changed)) == 2
    assert sentence in capsys.readouterr().err


def test_an_empty_folder_is_named(capsys, tmp_path):
    assert main(options(folder=tmp_path)) == 2
    assert "There are no measures" in capsys.readouterr().err


def test_a_broken_row_is_named_with_its_line(capsys, tmp_path):
    (tmp_path / "measures.jsonl").write_text('{"id": "A"}\n')
    assert main(options(folder=tmp_path)) == 2
    assert "measures.jsonl:1: the field 'applies' is missing" in capsys.readouterr().err


def test_it_starts_without_django_and_database():
    asks = "import sys; from landsea.cli import main; main(['landsea', 'gate', *sys.argv[1:]])"
    told = f"import sys, atexit; atexit.register(lambda: print('django' in sys.modules)); {asks}"
    ran = subprocess.run([sys.executable, "-c", told, *options(), "--json"], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "False"
