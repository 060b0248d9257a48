"""Competences arranged for look-up, so that ten thousand desks cost no more than the few that can match."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

from landsea_core.routing.model import COORDINATOR_MATTERS, Competence, RoutingQuestion

_Rest = tuple[str, str, str]
_Rows = dict[_Rest, list[Competence]]


class CompetenceIndex:
    """Holds a fixed set of competences; equal rows count once and their order means nothing.

    A question asks for a handful of exact keys (its own values, the prefixes of its HS code, and the open column),
    so a look-up costs the number of keys plus the number of rows that match.
    """

    def __init__(self, competences: Iterable[Competence]):
        rows = set(competences)
        self._width = Counter(row.desk for row in rows)
        self._exact: dict[tuple[str, str, str, str], _Rows] = defaultdict(lambda: defaultdict(list))
        self._any_matter: dict[tuple[str, str, str], _Rows] = defaultdict(lambda: defaultdict(list))
        for row in rows:
            rest = (row.hs, row.direction, row.filer_country)
            self._exact[row.topic, row.matter, row.country, row.place][rest].append(row)
            if row.topic and row.matter and row.matter not in COORDINATOR_MATTERS:
                self._any_matter[row.topic, row.country, row.place][rest].append(row)

    def width(self, desk: str) -> int:
        """How many competences the desk has: the fewer, the narrower."""
        return self._width[desk]

    def matching(self, question: RoutingQuestion) -> Iterator[Competence]:
        """Every competence that answers the question, in no particular order."""
        if question.matter in COORDINATOR_MATTERS:
            return
        rests = _list_rests(question)
        places = ("", *dict.fromkeys(place for place in question.places if place))
        subjects = _list_subjects(question)
        for country, place in product(_list_known_or_open(question.country), places):
            for topic, matter in subjects:
                yield from _pick_rows(self._exact.get((topic, matter, country, place)), rests)
            if question.topic and not question.matter:
                yield from _pick_rows(self._any_matter.get((question.topic, country, place)), rests)


def _list_subjects(question: RoutingQuestion) -> list[tuple[str, str]]:
    """The (topic, matter) columns that match: the very matter, the topic, anything. A matter without topic is none."""
    subjects = [("", "")]
    if question.topic:
        subjects.append((question.topic, ""))
        if question.matter:
            subjects.append((question.topic, question.matter))
    return subjects


def _list_rests(question: RoutingQuestion) -> list[_Rest]:
    prefixes = [question.hs[:length] for length in range(len(question.hs) + 1)]
    return list(product(prefixes, _list_known_or_open(question.direction), _list_known_or_open(question.filer_country)))


def _list_known_or_open(value: str) -> tuple[str, ...]:
    return ("", value) if value else ("",)


def _pick_rows(rows: _Rows | None, rests: list[_Rest]) -> Iterator[Competence]:
    if rows:
        for rest in rests:
            if rest in rows:
                yield from rows[rest]
