"""`landsea deadline`: what it prints, what it refuses, and that it needs no database."""

import json

import pytest
from django.core.management import CommandError, call_command

from landsea.cli import wants_embedded_database


def ask(capsys, *words):
    call_command("deadline", *words)
    return capsys.readouterr().out


def test_it_prints_the_due_time_the_days_counted_and_whether_it_may_move(capsys):
    start = "2026-02-13T15:00:00+08:00"
    said = json.loads(ask(capsys, "--country", "CN", "--lane", "normal", "--days", "5", "--from", start, "--json"))
    assert (said["due"], said["days_counted"], said["predicted"]) == ("2026-02-27T17:30:00+08:00", 5, False)
    assert [day["number"] for day in said["counted"] if day["number"]] == [1, 2, 3, 4, 5]
    assert said["counted"][0] | {"source": ""} == {
        "day": "2026-02-14",
        "number": 1,
        "why": "make_up",
        "name": "Works instead of 20 February",
        "predicted": False,
        "source": "",
    }


def test_days_of_a_state_and_days_that_are_only_predicted(capsys):
    kl = ["--country", "MY", "--subdivision", "KL", "--days", "1", "--from", "2026-01-30T10:00+08:00", "--json"]
    assert json.loads(ask(capsys, *kl))["due"].startswith("2026-02-03")
    cn = ["--country", "CN", "--days", "10", "--from", "2027-02-01T10:00+08:00", "--json"]
    assert json.loads(ask(capsys, *cn))["predicted"] is True


def test_hours_run_through_the_night_and_a_time_without_a_zone_is_the_countrys(capsys):
    words = ["--country", "MM", "--lane", "urgent", "--hours", "4", "--from", "2026-04-14T22:00", "--json"]
    said = json.loads(ask(capsys, *words))
    assert (said["due"], said["days_counted"], said["predicted"]) == ("2026-04-15T02:00:00+06:30", 0, False)


def test_without_json_every_day_is_a_line(capsys):
    lines = ask(capsys, "--country", "VN", "--days", "1", "--from", "2026-01-01T09:00+07:00").splitlines()
    assert "2026-01-02: holiday (New Year's Day, worked on 10 January), not counted." in lines
    assert lines[-1] == "Due at 2026-01-05T17:00:00+07:00, the end of office hours."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--country", "XX", "--days", "1", "--from", "2026-01-01"], "Give one of CN"),
        (["--country", "MY", "--subdivision", "Kuala", "--days", "1", "--from", "2026-01-01"], "No state of Malaysia"),
        (["--country", "CN", "--days", "1", "--from", "yesterday"], "Write it as 2026-02-13T15:00:00"),
        (["--country", "CN", "--days", "0", "--from", "2026-01-01"], "Give 1 to 1000 working days"),
        (["--country", "CN", "--days", "1", "--lane", "urgent", "--from", "2026-01-01"], "give --hours"),
        (["--country", "CN", "--hours", "1", "--lane", "normal", "--from", "2026-01-01"], "give --days"),
        (["--country", "CN", "--days", "900", "--from", "2099-01-01"], "that many working days go beyond"),
    ],
)
def test_what_cannot_be_counted_is_refused_with_what_to_write(words, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("deadline", *words)


def test_it_starts_no_database():
    assert not wants_embedded_database(["landsea", "deadline", "--country", "CN"])


def test_a_check_that_counts_rows_needs_a_database_and_one_of_files_none(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert wants_embedded_database(["landsea", "retention", "--check"])
    assert wants_embedded_database(["landsea", "likeness", "--check"])
    assert not wants_embedded_database(["landsea", "load_measures", "--check"])
    assert not wants_embedded_database(["landsea", "retention", "--help"])
