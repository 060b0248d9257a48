"""The mechanism's own figures: cases by topic, country, month, result and lane, with small cells hidden in all tables at once.

Counted from all cases that were not merged away; no case, filer or word is read. Kept in a process for an hour: they are
figures of months.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from landsea.base.kept import Kept
from landsea.cases import public_counts
from landsea_core.figures.hidden_cells import Published, publish_tables
from landsea_core.figures.medians import LEAST, find_shown_median

TABLES = (
    ("topic", "result"),
    ("country", "result"),
    ("result", "outcome"),
    ("country", "silence"),
    ("month", "lane"),
    ("month", "unanswered"),
    ("answered",),
)
"""By topic and country stand three results, not seven outcomes: most of those would be hidden. The table of both says which
outcomes are behind a result, and lets the two be hidden together.
"""
RESULTS = {"": "open", "fixed": "put right", "workaround": "put right"}
"""What an outcome comes to; every other one is a case that ended otherwise."""
KEPT_SECONDS = 3600
OWN = Kept(lasts=KEPT_SECONDS)


@dataclass(frozen=True)
class Own:
    """All that is published about cases: the tables, the values of each dimension, medians of days by topic, medians of the
    time to the first answer by month of filing (all under an empty text; only where enough stands behind them), and whether a
    demonstration invented some of the cases.
    """

    published: Published
    values: dict[str, tuple[str, ...]]
    days_to_outcome: dict[str, float | None]
    to_first_answer: dict[str, timedelta] = field(default_factory=dict)
    is_demo: bool = False


def find_own_figures() -> Own:
    """Return the figures, at most an hour old."""
    return OWN.get("own", _count_cases)


def forget_figures() -> None:
    """Count again at the next question."""
    OWN.forget()


def _count_cases() -> Own:
    groups = list(public_counts.list_counted_cases())
    records = [
        (
            {
                "topic": topic or "unknown",
                "country": country or "unknown",
                "outcome": outcome or "open",
                "result": RESULTS.get(outcome, "ended otherwise"),
                "silence": "silent" if silent else "answered or running",
                "month": month,
                "lane": lane,
                "unanswered": "nobody answered" if unanswered else "answered or running",
                "answered": "answered" if answered else "not answered yet",
            },
            number,
        )
        for topic, country, outcome, silent, month, lane, unanswered, answered, number, _invented in groups
    ]
    names = {name for table in TABLES for name in table}
    values = {name: tuple(sorted({about[name] for about, _number in records})) for name in names}
    days: dict[str, list[float]] = {}
    for topic, length in public_counts.list_days_to_outcome():
        days.setdefault(topic or "unknown", []).append(length)
    lengths = public_counts.list_times_to_first_answer()
    return Own(
        publish_tables(records, TABLES),
        values,
        {topic: find_shown_median(spans) for topic, spans in days.items()},
        {month: length for month, (number, length) in lengths.items() if number >= LEAST},
        any(invented for *_about, invented in groups),
    )


def list_rows_of_figures(own: Own) -> list[dict]:
    """Return every cell and total of the tables as rows of open data."""
    found = []
    for first, *others in TABLES:
        table = " by ".join((first, *others))
        columns = [("", ""), *((name, value) for name in others for value in own.values[name])]
        for row in (*own.values[first], ""):
            for second, column in (*columns[1:], columns[0]):
                what = {name: value for name, value in ((first, row), (second, column)) if value}
                count = own.published.find_count(**what)
                found.append(
                    {
                        "cell": f"{table}: {row or 'all'}, {column or 'all'}",
                        "table": table,
                        "row": row,
                        "column": column,
                        "cases": count,
                        "hidden": count is None,
                        "demo": own.is_demo,
                    }
                )
    return found
