"""The only reads of search: cases that the one who asks may see, and what is open to everybody.

Cases are searched inside what `visible_cases` gives, so that neither a list nor a count nor a snippet can say more. What
was blacked out after its words were read is not found by them. Counts stop at a thousand.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from landsea.base.actors import Actor
from landsea.cases.access import visible_cases
from landsea.cases.models import Case, Redaction
from landsea.directory.models.names import Matches, query_of
from landsea.directory.name_search import (
    MOST_CHARACTERS,
    MOST_WORDS,
    Found,
    find_by_name,
)
from landsea.experiences.access import Answer
from landsea.experiences.access import search_experiences as find_experiences
from landsea.search.keys import key_of_country, keys_of
from landsea.search.measures import find_measures
from landsea.search.models import CaseWords
from landsea_core.rules import Measure
from landsea_core.text import split_into_words
from landsea_core.text.marking import Piece, mark_words

PAGE = 20
MOST_COUNTED = 1_000
SHOWN = ("ref", "country", "title", "text")
CASES, DESKS, PLACES, MEASURES, EXPERIENCES = "cases", "desks", "places", "measures", "experiences"
KINDS = (CASES, MEASURES, EXPERIENCES, DESKS, PLACES)


@dataclass(frozen=True)
class FoundCase:
    """A case that was found, with the part of its words that holds what was looked for."""

    case: Case
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Results:
    """What was found of each kind, at most a page. `counts` says how many there are, at most `MOST_COUNTED`."""

    cases: tuple[FoundCase, ...] = ()
    measures: tuple[Measure, ...] = ()
    experiences: tuple[Answer, ...] = ()
    names: Found = Found()
    counts: tuple[tuple[str, int], ...] = ()

    def __bool__(self) -> bool:
        return any(count for _kind, count in self.counts)


def words_of(text: str) -> list[str]:
    """Return the folded words of what somebody typed, each once, in order, at most as many as a name search takes."""
    return list(dict.fromkeys(split_into_words(text[:MOST_CHARACTERS], most=MOST_WORDS)))


def _cases_holding(actor: Actor, words: Sequence[str], country: str) -> QuerySet[CaseWords]:
    """The newest cases that hold all the words (the last one may be unfinished) and have a key of this actor's. `seen` is the
    case as the actor may see it now, or empty; `hidden` says that words were blacked out since they were read.

    `seen` is no `Exists`: the database would make a table of all cases that the actor may see, to look a thousand up in it.
    """
    rows = CaseWords.objects.filter(Matches(F("words"), query_of(words)))
    if actor.filer_case:
        rows = rows.filter(pk=actor.filer_case)
    elif not (actor.is_coordinator or actor.is_system):
        rows = rows.filter(keys__overlap=keys_of(actor))
    visible = visible_cases(actor).filter(pk=OuterRef("pk"))
    if country:
        rows, visible = rows.filter(keys__contains=[key_of_country(country)]), visible.filter(country=country)
    since = Redaction.objects.filter(case=OuterRef("pk"), file=None, message=None, at__gt=OuterRef("read_at"))
    return rows.annotate(seen=Subquery(visible.values("pk")), hidden=Exists(since)).order_by("-pk")


def cases_with(actor: Actor, words: Sequence[str], country: str = "", *, most: int = MOST_COUNTED) -> list[int]:
    """Return the cases this actor may see that hold all the words, the newest first, at most `most`.

    One look gives page and count. What a key let through and the actor may not see takes a place in that look, so there is
    another one behind it.
    """
    held = _cases_holding(actor, words, country)
    found: list[int] = []
    last = None
    while len(found) < most:
        rows = held if last is None else held.filter(pk__lt=last)
        look = list(rows.values_list("pk", "seen", "hidden")[:most])
        found += [pk for pk, seen, hidden in look if seen and not hidden]
        if len(look) < most:
            break
        last = look[-1][0]
    return found[:most]


def search_all(actor: Actor, text: str, language: str, *, country: str = "", kind: str = "") -> Results:
    """Return what is found for a text in any language of the corridor; `kind` (one of `KINDS`) leaves the others out."""
    words = words_of(text)
    if not words:
        return Results()
    wanted = (kind,) if kind in KINDS else KINDS
    cases, in_all = _find_cases(actor, words, country) if CASES in wanted else ((), 0)
    measures = find_measures(words, country) if MEASURES in wanted else ()
    experiences = tuple(find_experiences(text[:MOST_CHARACTERS], language, limit=PAGE)) if EXPERIENCES in wanted else ()
    if country:
        experiences = tuple(one for one in experiences if one.experience.country == country)
    names = _find_names(text, country) if {DESKS, PLACES} & set(wanted) else Found()
    counts = {
        CASES: in_all,
        MEASURES: len(measures),
        EXPERIENCES: len(experiences),
        DESKS: len(names.desks) + len(names.offices),
        PLACES: len(names.places),
    }
    return Results(
        cases, measures[:PAGE], experiences, names, tuple((one, counts[one]) for one in wanted if counts[one])
    )


def _find_cases(actor: Actor, words: Sequence[str], country: str) -> tuple[tuple[FoundCase, ...], int]:
    if actor.user_id is None and not actor.filer_case:
        return (), 0
    found = cases_with(actor, words, country)
    page = visible_cases(actor).filter(pk__in=found[:PAGE]).only(*SHOWN).order_by("-pk")
    return tuple(FoundCase(case, tuple(mark_words(f"{case.title}\n{case.text}", words))) for case in page), len(found)


def _find_names(text: str, country: str) -> Found:
    found = find_by_name(text)
    if not country:
        return found
    return Found(
        tuple(desk for desk in found.desks if desk.office.country == country),
        tuple(office for office in found.offices if office.country == country),
        tuple(place for place in found.places if place.country == country),
    )
