"""The mechanism's own figures: cases by topic, country, month, outcome and lane, with small cells hidden in all tables at once.

Counted from all cases that were not merged away; no case, filer or word is read. Kept in a process for an hour: they are
figures of months.
"""

from dataclasses import dataclass
from datetime import timedelta

from landsea.base.kept import Kept
from landsea.base.ui.demo_marks import mark_demo
from landsea.cases import public_counts
from landsea.directory import access as directory_access
from landsea.directory.models.names import name_in
from landsea_core.figures.hidden_cells import Published, publish_tables
from landsea_core.figures.medians import LEAST, find_shown_median

TABLES = (
    ("topic", "outcome"),
    ("country", "outcome"),
    ("country", "silence"),
    ("month", "lane"),
    ("month", "unanswered"),
    ("month", "answered"),
)
KEPT_SECONDS = 3600
OWN = Kept(lasts=KEPT_SECONDS)


@dataclass(frozen=True)
class Own:
    """All that is published about cases: the tables, the values of each dimension, medians of days by topic, the median of the
    time to the first answer, and whether a demonstration invented some of the cases.
    """

    published: Published
    values: dict[str, tuple[str, ...]]
    days_to_outcome: dict[str, float | None]
    to_first_answer: timedelta | None = None
    is_demo: bool = False


def own_figures() -> Own:
    """Return the figures, at most an hour old."""
    return OWN.get("own", _count_cases)


def forget_figures() -> None:
    """Count again at the next question."""
    OWN.forget()


def _count_cases() -> Own:
    groups = list(public_counts.counted_cases())
    records = [
        (
            {
                "topic": topic or "unknown",
                "country": country or "unknown",
                "outcome": outcome or "open",
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
    for topic, length in public_counts.days_to_outcome():
        days.setdefault(topic or "unknown", []).append(length)
    answered_cases, length = public_counts.time_to_first_answer()
    return Own(
        publish_tables(records, TABLES),
        values,
        {topic: find_shown_median(lengths) for topic, lengths in days.items()},
        length if answered_cases >= LEAST else None,
        any(invented for *_about, invented in groups),
    )


def rows_of_figures(own: Own) -> list[dict]:
    """Return every cell and total of the tables as rows of open data."""
    found = []
    for first, second in TABLES:
        for row in (*own.values[first], ""):
            for column in (*own.values[second], ""):
                what = {name: value for name, value in ((first, row), (second, column)) if value}
                count = own.published.find_count(**what)
                table = f"{first} by {second}"
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


def medians_in_words(own: Own, language: str) -> list[tuple[str, float]]:
    """Return (topic, median of days from filing to the outcome) for topics with enough closed cases, by topic."""
    names = directory_access.topic_names(own.days_to_outcome)
    shown = [(topic, days) for topic, days in own.days_to_outcome.items() if days is not None]
    return sorted(
        (mark_demo(name_in(names.get(topic, {}), language) or topic, own.is_demo, language), round(days, 1))
        for topic, days in shown
    )
