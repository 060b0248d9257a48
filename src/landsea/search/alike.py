"""The second list of a search: what is like the words in meaning, in whatever language, and does not hold them all.

Never mixed with what holds the words, and under the same rights: cases are looked for inside `list_visible_cases`, the rest
among what is public now.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from landsea.barriers.access import list_barriers
from landsea.base.actors import Actor
from landsea.cases.access import list_visible_cases
from landsea.directory.access import list_desks_in_service
from landsea.directory.name_search import MOST_CHARACTERS
from landsea.experiences.access import choose_words, list_published_experiences
from landsea.likeness.access import Near, compute_vector, find_nearest_cases, find_nearest_texts
from landsea.likeness.models import TextKind
from landsea.rules.access import find_measures_for_case, read_published_book
from landsea.search.access import CASES, DESKS, EXPERIENCES, KINDS, MEASURES, Results
from landsea_core.likeness import ALIKE, Degree, TextHints, name_degree

BARRIERS = "barriers"
MOST_EACH, MOST, MOST_RULES = 4, 10, 3


@dataclass(frozen=True)
class Also:
    """Something that is like the words: of what kind, the row or measure itself, and how alike (to order by, not to show)."""

    kind: str
    thing: Any
    likeness: float

    @property
    def degree(self) -> Degree:
        """How alike, in a word."""
        return name_degree(self.likeness)


def find_also_of_use(
    actor: Actor, text: str, language: str, found: Results, *, country: str = "", kind: str = ""
) -> list[Also]:
    """Return what is like `text` and not among what was `found` by its words, the nearest first, at most ten.

    Empty when the text has no words, or where nothing can be compared.
    """
    vector = compute_vector(text[:MOST_CHARACTERS])
    if vector is None:
        return []
    wanted = (kind,) if kind in KINDS else (*KINDS, BARRIERS)
    near = [one for name in wanted if name in _LOOK for one in _LOOK[name](actor, vector, language, found, country)]
    return sorted(near, key=lambda one: -one.likeness)[:MOST]


def find_rules_alike(text: str, *, hs: str, country: str, filer_country: str, day: date) -> list[Also]:
    """Return rules in force on `day`, of the country of the trouble or of the filer, that read like a text and that goods and
    country do not lead to, the nearest first, at most three. Nothing when no country is known.
    """
    countries = {one for one in (country, filer_country) if one}
    vector = compute_vector(text, TextHints(hs=hs)) if countries else None
    if vector is None:
        return []
    shown = {
        measure.code
        for measure, _stands in find_measures_for_case(
            hs=hs, country=country, filer_country=filer_country, direction="", day=day
        )
    }
    measures = read_published_book()
    among = {
        one.code: one
        for one in measures
        if one.country in countries and one.code not in shown and measures.standing(one, day).works
    }
    near = find_nearest_texts(TextKind.MEASURE, vector, among=among, most=MOST_RULES, least=ALIKE)
    return [Also(MEASURES, among[one.key], one.likeness) for one in near]


def _cases_alike(actor: Actor, vector: np.ndarray, language: str, found: Results, country: str) -> Iterator[Also]:
    if actor.user_id is None and not actor.filer_case:
        return
    among = list_visible_cases(actor)
    if country:
        among = among.filter(country=country)
    near = find_nearest_cases(among, vector, most=MOST_EACH, without=[one.case.pk for one in found.cases])
    yield from _with_things(CASES, near, among.in_bulk([one.key for one in near]))


def _measures_alike(actor: Actor, vector: np.ndarray, language: str, found: Results, country: str) -> Iterator[Also]:
    known = set(found.keys(MEASURES))
    open_to_all = {
        one.code: one for one in read_published_book() if one.code not in known and country in ("", one.country)
    }
    yield from _with_things(MEASURES, _nearest_of(TextKind.MEASURE, vector, open_to_all), open_to_all)


def _experiences_alike(actor: Actor, vector: np.ndarray, language: str, found: Results, country: str) -> Iterator[Also]:
    rows = list_published_experiences().exclude(pk__in=found.keys(EXPERIENCES))
    if country:
        rows = rows.filter(country=country)
    near = _nearest_of(TextKind.EXPERIENCE, vector, _numbers_of(rows))
    things = {str(row.pk): choose_words(row, language) for row in rows.filter(pk__in=[one.key for one in near])}
    yield from _with_things(EXPERIENCES, near, things)


def _barriers_alike(actor: Actor, vector: np.ndarray, language: str, found: Results, country: str) -> Iterator[Also]:
    rows = list_barriers(closed=False)
    if country:
        rows = rows.filter(country=country)
    near = _nearest_of(TextKind.BARRIER, vector, _numbers_of(rows))
    yield from _with_things(BARRIERS, near, {str(row.pk): row for row in rows.filter(pk__in=[one.key for one in near])})


def _desks_alike(actor: Actor, vector: np.ndarray, language: str, found: Results, country: str) -> Iterator[Also]:
    rows = list_desks_in_service().exclude(code__in=found.keys(DESKS))
    if country:
        rows = rows.filter(office__country=country)
    near = _nearest_of(TextKind.DESK, vector, rows.order_by().values("code"))
    yield from _with_things(DESKS, near, {row.code: row for row in rows.filter(code__in=[one.key for one in near])})


def _nearest_of(kind: TextKind, vector: np.ndarray, among) -> list[Near]:
    return find_nearest_texts(kind, vector, among=among, most=MOST_EACH)


def _numbers_of(rows: QuerySet) -> QuerySet:
    """The numbers of rows, as `find_nearest_texts` keeps them: as text."""
    return rows.order_by().values_list(Cast("pk", TextField()))


def _with_things(kind: str, near: list[Near], things: dict) -> Iterator[Also]:
    for one in near:
        if things.get(one.key) is not None:
            yield Also(kind, things[one.key], one.likeness)


_LOOK: dict[str, Callable[..., Iterator[Also]]] = {
    CASES: _cases_alike,
    MEASURES: _measures_alike,
    EXPERIENCES: _experiences_alike,
    BARRIERS: _barriers_alike,
    DESKS: _desks_alike,
}
