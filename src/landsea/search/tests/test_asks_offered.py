"""What somebody wrote in their own words leads to the ask that they meant, in every language of the book."""

import json
from collections import Counter

import pytest
from bench.asks import DATA, SETS, find_offered


@pytest.mark.parametrize(("name", "first", "three"), [("two hundred", 0.9, 0.95), ("another hundred", 0.9, 0.95)])
def test_the_meant_ask_is_offered(name, first, three):
    """First for at least nine of ten, among three for nineteen of twenty, and among three for eight of ten in each language."""
    rows = [json.loads(line) for line in (DATA / SETS[name]).read_text(encoding="utf-8").splitlines()]
    at_first, among_three, asked = 0, Counter(), Counter()
    for row in rows:
        offered = find_offered(row)
        at_first += offered[0] in row["ask"]
        asked[row["lang"]] += 1
        among_three[row["lang"]] += bool(set(offered) & set(row["ask"]))
    assert at_first >= first * len(rows)
    assert among_three.total() >= three * len(rows)
    assert len(asked) == 10
    assert all(among_three[language] >= 0.8 * count for language, count in asked.items())
