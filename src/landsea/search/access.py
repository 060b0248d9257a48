"""The only reads of search: cases that the one who asks may see, and what is open to everybody.

Cases are searched inside what `visible_cases` gives, so that neither a list nor a count nor a snippet can say more. What
was blacked out after its words were read is not found by them. Counts stop at a thousand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from django.db.models import Exists, F, OuterRef, QuerySet

from landsea.accounts.actors import Actor
from landsea.cases.access import visible_cases
from landsea.cases.models import Case, Redaction
from landsea.directory.models.names import tokens_match
from landsea.directory.search import MOST_CHARACTERS, MOST_WORDS, Found, find_by_name
from landsea.experiences.access import Answer
from landsea.experiences.access import search as find_experiences
from landsea.rules.access import book
from landsea.rules.wording import wordings
from landsea.search.models import CaseWords
from landsea_core.rules import Measure
from landsea_core.text import tokens
from landsea_core.text.marking import Piece, marked

PAGE = 20
MOST_COUNTED = 1_000
NEWEST = 2_000
"""So many of the newest cases with the words are looked through first for those that the asker may see."""
FEW = 2_000
MOST_LOOKED_UP = 10_000_000
"""More than there will be cases."""
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
    return list(dict.fromkeys(tokens(text[:MOST_CHARACTERS], most=MOST_WORDS)))


def _findable(actor: Actor, country: str) -> QuerySet[Case]:
    """The cases this actor may see, without those of which words were blacked out since search read them."""
    hidden_since = Redaction.objects.filter(case=OuterRef("pk"), file=None, at__gt=OuterRef("words__read_at"))
    found = visible_cases(actor).exclude(Exists(hidden_since))
    return found.filter(country=country) if country else found


def cases_with(actor: Actor, words: Sequence[str], country: str = "") -> QuerySet[Case]:
    """Return the cases this actor may see that hold all the words (the last one may be unfinished), in no order."""
    return _findable(actor, country).filter(tokens_match(words, "words__words"))


def _newest_with(words: Sequence[str]) -> QuerySet:
    """The newest of everybody's cases with the words, by key."""
    return CaseWords.objects.filter(tokens_match(words, "words")).order_by("-pk").values("pk")[:NEWEST]


def sees_few(actor: Actor) -> bool:
    """True for whoever may see so few cases that all of them are sooner looked through than the newest of everybody's."""
    return visible_cases(actor)[: FEW + 1].count() <= FEW


def newest(actor: Actor, words: Sequence[str], country: str = "", *, few: bool = False) -> list[Case]:
    """Return a page of `cases_with`, the newest first; `few` as `sees_few` says.

    A common word stands in very many cases: whoever may see most of them finds a page among the newest. Only for who does not,
    what they may see is sorted whole (by a sum, so that the database does not walk through everybody's cases by number).
    """
    found = cases_with(actor, words, country).select_related("desk__office")
    page = [] if few else list(found.filter(pk__in=_newest_with(words)).order_by("-pk")[:PAGE])
    if len(page) < PAGE:
        page = list(found.order_by((F("pk") + 0).desc())[:PAGE])
    return page


def how_many(actor: Actor, words: Sequence[str], country: str = "", *, few: bool = False) -> int:
    """Return how many `cases_with` are, at most `MOST_COUNTED`; `few` as `sees_few` says.

    Who sees every case, or few, is counted at once. For others the words are looked up in their index first: the limit keeps
    the database from cutting the words of case after case instead, which it takes for cheap.
    """
    if few or actor.is_coordinator:
        return cases_with(actor, words, country)[:MOST_COUNTED].count()
    held = CaseWords.objects.filter(tokens_match(words, "words")).values("pk")[:MOST_LOOKED_UP]
    return _findable(actor, country).filter(pk__in=held)[:MOST_COUNTED].count()


def search(actor: Actor, text: str, language: str, *, country: str = "", kind: str = "") -> Results:
    """Return what is found for a text in any language of the corridor; `kind` (one of `KINDS`) leaves the others out."""
    words = words_of(text)
    if not words:
        return Results()
    wanted = (kind,) if kind in KINDS else KINDS
    cases, in_all = _cases(actor, words, country) if CASES in wanted else ((), 0)
    measures = _measures(words, country) if MEASURES in wanted else ()
    experiences = tuple(find_experiences(text[:MOST_CHARACTERS], language, limit=PAGE)) if EXPERIENCES in wanted else ()
    if country:
        experiences = tuple(one for one in experiences if one.experience.country == country)
    names = _names(text, country) if {DESKS, PLACES} & set(wanted) else Found()
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


def _cases(actor: Actor, words: Sequence[str], country: str) -> tuple[tuple[FoundCase, ...], int]:
    if actor.user_id is None and not actor.filer_case:
        return (), 0
    few = sees_few(actor)
    page = newest(actor, words, country, few=few)
    in_all = len(page) if len(page) < PAGE else how_many(actor, words, country, few=few)
    return tuple(FoundCase(case, tuple(marked(f"{case.title}\n{case.text}", words))) for case in page), in_all


def _measures(words: Sequence[str], country: str) -> tuple[Measure, ...]:
    """Published measures whose code, title, summary, legal act, authority or requirements hold all the words."""
    whole, beginning = set(words[:-1]), words[-1]
    found = []
    for measure in book().by_code.values():
        if country and measure.country != country:
            continue
        own = _words_of_measure(measure)
        if whole <= own and any(word.startswith(beginning) for word in own):
            found.append(measure)
    return tuple(sorted(found, key=lambda measure: measure.code))


_kept: dict[tuple[str, int], frozenset[str]] = {}


def _words_of_measure(measure: Measure) -> frozenset[str]:
    """The words of one version of a measure, cut once a process."""
    key = (measure.code, measure.version)
    if key not in _kept:
        kept = (measure.code, measure.title_local, measure.summary, measure.legal_act, measure.authority)
        put = (measure.title, *(one.what for one in measure.requirements))
        _kept[key] = frozenset(tokens("\n".join((*kept, *chain.from_iterable(map(wordings().everywhere, put))))))
    return _kept[key]


def _names(text: str, country: str) -> Found:
    found = find_by_name(text)
    if not country:
        return found
    return Found(
        tuple(desk for desk in found.desks if desk.office.country == country),
        tuple(office for office in found.offices if office.country == country),
        tuple(place for place in found.places if place.country == country),
    )
