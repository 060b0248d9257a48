"""Small cells stay hidden: an attacker who has every published table and knows the rule cannot find one of them."""

from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from landsea_core.figures.hidden_cells import THRESHOLD, count_cells, hide_cells, list_equations, publish_tables

TABLES = (("topic", "outcome"), ("country", "outcome"), ("country", "lane"))
DIMENSIONS = {"topic": "abc", "outcome": "xy", "country": "12", "lane": "np"}
CELLS = list(product(*DIMENSIONS.values()))

counts_of_cases = st.lists(st.integers(0, 9), min_size=len(CELLS), max_size=len(CELLS))


def records(numbers):
    return [
        (dict(zip(DIMENSIONS, cell, strict=True)), number)
        for cell, number in zip(CELLS, numbers, strict=True)
        if number
    ]


def eliminated(equations, counts, hidden):
    """Gauss with fractions, the attacker's own: the hidden cells that have one value only."""
    unknown = sorted(hidden, key=sorted)
    rows = []
    for equation in equations:
        row = [Fraction(0)] * len(unknown)
        for key, sign in [*((part, 1) for part in equation.parts), (equation.total, -1)]:
            if key in hidden:
                row[unknown.index(key)] += sign
        rows.append(row)
    lead = 0
    for column in range(len(unknown)):
        pivot = next((at for at in range(lead, len(rows)) if rows[at][column]), None)
        if pivot is None:
            continue
        rows[lead], rows[pivot] = rows[pivot], rows[lead]
        rows[lead] = [value / rows[lead][column] for value in rows[lead]]
        for at, row in enumerate(rows):
            if at != lead and row[column]:
                rows[at] = [mine - row[column] * theirs for mine, theirs in zip(row, rows[lead], strict=True)]
        lead += 1
    return [unknown[row.index(1)] for row in rows if sum(value != 0 for value in row) == 1]


@given(counts_of_cases)
@settings(max_examples=60, deadline=None)
def test_no_hidden_cell_can_be_found_by_differences_of_all_tables(numbers):
    counted = count_cells(records(numbers), TABLES)
    equations = list_equations(counted, TABLES)
    hidden = hide_cells(counted, equations)
    assert {key for key, value in counted.items() if 0 < value < THRESHOLD} <= hidden
    assert eliminated(equations, counted, hidden) == []


@given(st.lists(st.integers(0, 7), min_size=6, max_size=6))
@settings(max_examples=60, deadline=None)
def test_who_tries_every_whole_number_finds_more_than_one_answer(numbers):
    """A table of 3 x 2 with totals: all its cells and totals, tried one by one as an attacker with patience would."""
    cells = list(product("abc", "xy"))
    rows = [({"topic": t, "outcome": o}, n) for (t, o), n in zip(cells, numbers, strict=True) if n]
    counted = count_cells(rows, [("topic", "outcome")])
    published = publish_tables(rows, [("topic", "outcome")])
    inside = [key for key in published.hidden if len(key) == 2]
    found = {key: set() for key in published.hidden}
    for guess in product(range(1, 15), repeat=len(inside)) if len(inside) < 5 else ():
        values = {key: value for key, value in counted.items() if len(key) == 2} | dict(zip(inside, guess, strict=True))
        totals = {key: sum(v for cell, v in values.items() if key <= cell) for key in counted if len(key) < 2}
        if all(totals[key] == counted[key] for key in totals if key not in published.hidden):
            for key, seen in found.items():
                seen.add(values.get(key, totals.get(key)))
    if len(inside) < 5:
        assert all(len(values) > 1 for values in found.values()), found


def test_hiding_one_cell_alone_would_give_it_away():
    rows = [
        ({"topic": "a", "outcome": "x"}, 3),
        ({"topic": "a", "outcome": "y"}, 40),
        ({"topic": "b", "outcome": "x"}, 50),
        ({"topic": "b", "outcome": "y"}, 60),
    ]
    published = publish_tables(rows, [("topic", "outcome")])
    assert published.find_count(topic="a", outcome="x") is None
    assert published.find_count(topic="a", outcome="y") is None  # hidden so that 43 - 40 does not say 3
    assert published.find_count(topic="a") == 43
    assert published.find_count() == 153


def test_what_never_occurred_is_shown_as_none():
    published = publish_tables([({"topic": "a", "outcome": "x"}, 30)], [("topic", "outcome")])
    assert published.find_count(topic="a", outcome="y") == 0
    assert not published.hidden
