"""Units and periods of statements come from the lexicons of running text, and from rows of their own where they differ."""

import pytest

from landsea_core.figures.quantities import find_quantities, normalize_statement
from landsea_core.text.default_lexicons import read_statement_lexicon, read_statement_units
from landsea_core.text.periods import find_periods
from landsea_core.text.units.unit import Unit


@pytest.mark.parametrize(
    ("word", "unit"),
    [
        ("kilos", Unit("mass", 1e-3)),
        ("kyat", Unit("MMK")),
        ("mt", Unit("mass", 1e6)),
        ("个小时", Unit("time", 1.0)),
        ("teu", Unit("teu")),
        ("节车皮", Unit("count:vehicles")),
    ],
)
def test_a_word_of_a_statement_is_a_unit_of_some_size(word, unit):
    assert read_statement_units().units[word] == unit


@pytest.mark.parametrize("word", ["working days", "车", "nights"])
def test_some_words_of_filings_are_no_units_of_statements(word):
    assert word not in read_statement_units().units


def test_every_unit_that_has_words_has_a_row_that_says_what_it_is_for():
    lexicon = read_statement_lexicon()
    sized = {row["value"] for row in lexicon.list_rows("unit_size")} | {"no_unit"}
    assert {entry.value for kind in ("unit", "statement_unit") for entry in lexicon.list_entries(kind)} <= sized


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Jan-Sep 2025 against the year before", ["Jan–Sep 2025", "earlier"]),
        ("前三季度和上半年", ["Jan–Sep", "H1"]),
        ("Q3 2025, the second half, 12 March 2025", ["Q3 2025", "H2", "Mar 2025"]),
        ("Apr 2021-May 2022", ["Apr 2021–May 2022"]),
        ("the first nine months of 2025 and May 5", ["Jan–Sep 2025", "May"]),
        ("3.2 bn in the first quarter, in the second 3.5 bn", ["Q1", "Q2"]),
        ("in 2568 and 31 trains", []),
    ],
)
def test_periods_are_found_as_they_are_written(text, periods):
    assert ["earlier" if one.earlier else str(one) for one in find_periods(text)] == periods


def test_what_is_shown_again_keeps_the_letters_of_other_scripts():
    assert normalize_statement("ใบ 億") == "ใบ 亿"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("over CNY 8.59 bn", ["over 8.59 bn yuan"]),
        ("between 3 and 5 days", ["3–5 days"]),
        ("from 6.59 to 8.59 bn yuan", ["6.59 bn yuan", "8.59 bn yuan"]),
        ("百分之二十四点二, 三成半, two thirds of it", ["24.2 %", "35 %", "67 %"]),
        ("HS 0810.60, Decree 12/2025, 14:20", []),
        ("350,000 Thai visitors and 46 pallets", ["350,000 visitors", "46 pallets"]),
    ],
)
def test_figures_are_found_and_printed(text, shown):
    assert [one.print_value() for one in find_quantities(normalize_statement(text), [])] == shown
