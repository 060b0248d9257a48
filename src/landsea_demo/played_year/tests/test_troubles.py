"""What the year is made of: enough different texts and answers, in ten languages, about places and goods that exist."""

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from string import Formatter

import pytest
from django.conf import settings

from landsea_demo.played_year.figures import make_figures, write_amount, write_day
from landsea_demo.played_year.filings import deal_tellings, write_filing
from landsea_demo.played_year.troubles import (
    COUNTRY_OF,
    DESK_LANGUAGE,
    LANGUAGES,
    read_answers_to_problems,
    read_firms,
    read_sayings,
    read_troubles,
)
from landsea_demo.played_year.waves import WAVES

DAY = datetime(2026, 3, 4, 3, tzinfo=UTC)
IN_BRACES = {"n", "days", "hours", "weeks", "kg", "tons", "pct", "lot", "tail", "usd", "many", "date", "later", "goods"}
TROUBLES = list(read_troubles().values())


def _rows(name: str) -> list[dict]:
    path = Path(settings.REFERENCE) / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _braces(words: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in Formatter().parse(words) if name is not None}


def test_there_are_enough_different_texts_and_answers():
    texts = [words for one in TROUBLES for found in one.tellings.values() for words in found]
    says = [course.says for one in TROUBLES for course in one.courses]
    ends = [words for one in TROUBLES for course in one.courses for words in course.ends.values()]
    assert len(texts) == len(set(texts)) >= 250
    assert len(says) == len(set(says)) >= 130
    assert len(ends) >= 180
    by_language = Counter(
        language for one in TROUBLES for language in one.tellings for _words in one.tellings[language]
    )
    assert set(by_language) == set(LANGUAGES) and min(by_language.values()) >= 5


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda one: one.key)
def test_a_trouble_fits_the_directory_and_all_its_words_can_be_written(trouble):
    places = {row["code"]: row["country"] for row in _rows("places")}
    matters = {(row["topic"], matter["matter"]) for row in _rows("topics") for matter in row["matters"]}
    assert (trouble.topic, trouble.matter) in matters
    assert not trouble.place or places[trouble.place] == trouble.country
    assert all(course.ends for course in trouble.courses)
    for language, texts in trouble.tellings.items():
        assert all(language in goods.names for goods in trouble.goods)
        assert all(_braces(words) <= IN_BRACES and _braces(words) for words in texts)
        assert trouble.goods or not any("{goods}" in words for words in texts)
    for course in trouble.courses:
        assert all(_braces(words) <= IN_BRACES for words in (course.says, *course.ends.values()))


def test_each_saying_is_there_in_every_language_that_needs_it():
    sayings = read_sayings()
    for kind in ("replied", "disputed", "withdrawn", "confirmed", "cannot_wait"):
        assert set(sayings[kind]) == set(LANGUAGES), kind
    for kind in ("asked", "not_ours", "after_dispute"):
        assert set(sayings[kind]) == set(DESK_LANGUAGE.values()), kind
    assert {DESK_LANGUAGE[wave.country] for wave in WAVES} <= set(sayings["with_others"])
    words = [one for kind in sayings.values() for found in kind.values() for one in found]
    assert all(_braces(one) <= IN_BRACES | {"matter"} for one in words)


def test_firms_say_that_they_are_invented_and_fill_two_registers():
    firms = read_firms()
    assert {*COUNTRY_OF.values(), "SG"} <= set(firms)
    assert all(name.startswith(("Demo ", "示例")) for names in firms.values() for name in names)
    assert len(firms["VN"]) + len(firms["CN"]) == 42
    assert all(said["words"] and said["language"] for said in read_answers_to_problems().values())


def test_in_a_whole_year_no_two_texts_are_alike_and_the_same_chance_gives_the_same_ones():
    def year() -> list[str]:
        chance, taken = Random(7), set()
        dealt = islice(deal_tellings(TROUBLES, chance), 320)
        return [write_filing(one, DAY, chance, "", taken=taken).filing.text for one in dealt]

    texts = year()
    assert len(set(texts)) == 320
    assert not any("{" in text for text in texts)
    assert texts == year()


def test_figures_of_a_case_agree_with_each_other():
    for seed in range(40):
        figures = make_figures("{weeks} {date}", None, DAY.date(), Random(seed), urgent=False)
        assert figures.since == DAY.date() - timedelta(weeks=int(figures.numbers["weeks"]))
        urgent = make_figures("{days} {date}", None, DAY.date(), Random(seed), urgent=True)
        assert 2 <= urgent.numbers["days"] <= 5, "fruit does not wait longer"
        assert (DAY.date() - urgent.since).days == urgent.numbers["days"]


@pytest.mark.parametrize(
    ("language", "day", "amount"), [("zh", "3月4日", "12,400"), ("en", "4 March", "12,400"), ("vi", "4/3", "12.400")]
)
def test_days_and_amounts_are_written_as_people_do(language, day, amount):
    assert write_day(DAY.date(), language) == day
    assert write_amount(12_400, language) == amount
