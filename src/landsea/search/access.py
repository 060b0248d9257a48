"""The only reads of search: cases that the one who asks may see, and what is open to everybody.

Cases are searched inside what `list_visible_cases` gives, so that neither a list nor a count nor a snippet can say more. What
was blacked out after its words were read is not found by them. Counts stop at a thousand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.utils import timezone

from landsea.base.actors import Actor
from landsea.base.findable import FoundLine
from landsea.cases.access import list_visible_cases
from landsea.cases.models import Case, Redaction
from landsea.directory.models.names import Matches, make_query
from landsea.directory.name_search import MOST_CHARACTERS, MOST_WORDS
from landsea.search.keys import list_keys, make_key_of_country
from landsea.search.models import CaseWords
from landsea.search.public_things import (
    MOST_FIRST,
    Hits,
    find_public,
    list_asked_words,
    order_first,
    read_typed,
    show_hits,
)
from landsea_core.text import split_into_words
from landsea_core.text.marking import Piece, mark_words

PAGE = 20
MOST_OF_EACH = 5
"""How many lines of each public kind a page shows that shows all kinds."""
MOST_COUNTED = 1_000
MOST_OF_COUNTRY = 200
"""How many of a kind are looked at for those of one country."""
OF_GIST = ("topic", "matter", "hs", "goods", "place", "reading", "happened_on")
SHOWN = ("ref", "country", "title", "text", "language", "written_in", *OF_GIST)
"""What a page shows of a case: a column that is left out here is fetched for each case by itself."""
CASES, DESKS, OFFICES, PLACES, MEASURES, EXPERIENCES = "cases", "desks", "offices", "places", "measures", "experiences"
DISRUPTIONS, EXCHANGE, FIGURES, SERVICES = "disruptions", "exchange", "figures", "services"
DIALOGUES, PROMISES = "dialogues", "promises"
KINDS = (
    CASES,
    MEASURES,
    EXPERIENCES,
    DISRUPTIONS,
    PLACES,
    OFFICES,
    DESKS,
    SERVICES,
    EXCHANGE,
    FIGURES,
    DIALOGUES,
    PROMISES,
)
"""In the order in which a page lists them; all but cases are public (`public_things.list_kinds`)."""


@dataclass(frozen=True)
class FoundCase:
    """A case that was found, with the part of its words that holds what was looked for."""

    case: Case
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Results:
    """What was found: cases, and lines of each kind, at most a page; `counts` says how many there are, at most
    `MOST_COUNTED`. `first`: the best lines of all public kinds, with their kind. `words`: all that was looked for. `near`: the
    kinds of which nothing holds enough of the words, and what is nearest is shown.
    """

    cases: tuple[FoundCase, ...] = ()
    lines: Mapping[str, tuple[FoundLine, ...]] = field(default_factory=dict)
    counts: tuple[tuple[str, int], ...] = ()
    first: tuple[tuple[str, FoundLine], ...] = ()
    words: tuple[str, ...] = ()
    near: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return any(count for _kind, count in self.counts)

    def keys(self, kind: str) -> tuple[str, ...]:
        """Return the keys of the lines of a kind."""
        return tuple(line.key for line in self.lines.get(kind, ()))


def read_words(text: str) -> list[str]:
    """Return the folded words of what somebody typed, each once, in order, at most as many as a name search takes."""
    return list(dict.fromkeys(split_into_words(text[:MOST_CHARACTERS], most=MOST_WORDS)))


def _cases_holding(actor: Actor, words: Sequence[str], country: str) -> QuerySet[CaseWords]:
    """The newest cases that hold all the words (the last one may be unfinished) and have a key of this actor's. `seen` is the
    case as the actor may see it now, or empty; `hidden` says that words were blacked out since they were read.

    `seen` is no `Exists`: the database would make a table of all cases that the actor may see, to look a thousand up in it.
    """
    rows = CaseWords.objects.filter(Matches(F("words"), make_query(words)))
    if actor.filer_case:
        rows = rows.filter(pk=actor.filer_case)
    elif not (actor.is_coordinator or actor.is_system):
        rows = rows.filter(keys__overlap=list_keys(actor))
    visible = list_visible_cases(actor).filter(pk=OuterRef("pk"))
    if country:
        rows, visible = rows.filter(keys__contains=[make_key_of_country(country)]), visible.filter(country=country)
    since = Redaction.objects.filter(case=OuterRef("pk"), file=None, message=None, at__gt=OuterRef("read_at"))
    return rows.annotate(seen=Subquery(visible.values("pk")), hidden=Exists(since)).order_by("-pk")


def find_cases_with(actor: Actor, words: Sequence[str], country: str = "", *, most: int = MOST_COUNTED) -> list[int]:
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


def search_all(actor: Actor, text: str, *, country: str = "", kind: str = "", now: datetime | None = None) -> Results:
    """Return what is found for a text in any language of the corridor, as it stands at `now` (aware; this moment where it is
    left out), in the language of now; `kind` (one of `KINDS`) leaves the others out.
    """
    words, asked_at = read_words(text), now or timezone.now()
    if not words:
        return Results()
    wanted = (kind,) if kind in KINDS else KINDS
    cases, in_all = _find_cases(actor, words, country) if CASES in wanted else ((), 0)
    question = read_typed(text[:MOST_CHARACTERS])
    hits = find_public(question, text[:MOST_CHARACTERS], set(wanted) - {CASES}, country)
    most = PAGE if kind in KINDS else MOST_OF_EACH
    lines = {code: _lines_of(code, hits[code].keys, country, most, asked_at) for code in wanted if code in hits}
    counts = {CASES: in_all} | {code: _count_of(hits[code], shown, country, most) for code, shown in lines.items()}
    return Results(
        cases,
        {code: shown[:most] for code, shown in lines.items() if shown},
        tuple((one, counts[one]) for one in wanted if counts.get(one)),
        _first_of(hits, lines, country, asked_at) if not kind else (),
        tuple(list_asked_words(question)),
        frozenset(code for code, one in hits.items() if one.is_near),
    )


def _lines_of(code: str, keys: Sequence[str], country: str, most: int, now: datetime) -> tuple[FoundLine, ...]:
    if not country:
        return tuple(show_hits(code, keys[:most], now))
    return tuple(line for line in show_hits(code, keys[:MOST_OF_COUNTRY], now) if line.is_about(country))


def _count_of(hits: Hits, shown: Sequence[FoundLine], country: str, most: int) -> int:
    """How many there are: with a country those that were looked at, otherwise all that the index found and that are there."""
    if country:
        return len(shown)
    return min(MOST_COUNTED, len(hits.keys) - (min(most, len(hits.keys)) - len(shown)))


def _first_of(
    hits: Mapping[str, Hits], shown: Mapping[str, Sequence[FoundLine]], country: str, now: datetime
) -> tuple[tuple[str, FoundLine], ...]:
    """The best of all kinds. What stands in a list already is not read again."""
    best = order_first(hits, MOST_OF_COUNTRY if country else 2 * MOST_FIRST)
    lines = {(code, line.key): line for code, found in shown.items() for line in found}
    for code in dict.fromkeys(code for code, _key in best):
        others = [key for one, key in best if one == code and (code, key) not in lines]
        lines |= {(code, line.key): line for line in (show_hits(code, others, now) if others else ())}
    there = [(code, lines[code, key]) for code, key in best if (code, key) in lines]
    return tuple((code, line) for code, line in there if line.is_about(country))[:MOST_FIRST]


def _find_cases(actor: Actor, words: Sequence[str], country: str) -> tuple[tuple[FoundCase, ...], int]:
    if actor.user_id is None and not actor.filer_case:
        return (), 0
    found = find_cases_with(actor, words, country)
    page = list_visible_cases(actor).filter(pk__in=found[:PAGE]).only(*SHOWN).order_by("-pk")
    return tuple(FoundCase(case, tuple(mark_words(f"{case.title}\n{case.text}", words))) for case in page), len(found)
