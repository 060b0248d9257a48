"""How many queries a page makes, committed: a page that becomes slower shows in the difference."""

import re
from collections import Counter
from pathlib import Path

import pytest
from tests.contract.counting import Count, count_acts, count_again
from tests.contract.one_of_each.more import make_more

FILE = Path(__file__).with_name("query_counts.txt")
pytestmark = pytest.mark.django_db
AS_MANY_MORE = 9


def test_pages_make_as_many_queries_as_committed(walk, everything, request):
    found = [*walk.counts, *count_acts(everything)]
    text = "".join(f"{one}\n" for one in sorted(found))
    if request.config.getoption("--renew"):
        FILE.write_text(text)
    changed = sorted(set(text.splitlines()) ^ set(FILE.read_text().splitlines()), key=lambda line: line[5:])
    assert not changed, "the counts changed: read the difference, then renew the file\n" + "\n".join(changed)


def test_no_page_makes_more_queries_for_more_rows(walk, everything):
    make_more(everything, AS_MANY_MORE)
    pages = {page.pattern: page for page in everything.pages() if page.is_first}
    clients = {few.who: everything.client(few.who) for few in walk.counts}
    pairs = [(few, count_again(clients[few.who], pages[few.pattern], few)) for few in walk.counts]
    grown = [told(few, many) for few, many in pairs if many.number > few.number]
    assert not grown, "\n".join(grown)


def told(before: Count, after: Count) -> str:
    """Return a page that grew, with the statements it makes more often."""
    more = Counter(map(shape_of, after.shapes)) - Counter(map(shape_of, before.shapes))
    said = "".join(f"\n    {times} x {shape[:300]}" for shape, times in more.most_common(4))
    return f"{before.method} {before.pattern} ({before.who}): {before.number}, with more rows {after.number}{said}"


def shape_of(statement: str) -> str:
    """Return a statement without the values in it."""
    without = re.sub(r"\d+", "#", re.sub(r"'[^']*'", "'...'", statement))
    return re.sub(r"\(#(, #)+\)", "(#)", without)
