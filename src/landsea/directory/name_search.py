"""Finding offices, desks and places by name, in any script of the corridor.

Words are folded and cut as the loader did; the last word may be unfinished. Where a script has no spaces and the index
finds nothing, the names are read for the letters themselves. What is found is ordered by how little else its names say.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import F, Func, IntegerField, QuerySet

from landsea.directory import access
from landsea.directory.models import Desk, Office, Place
from landsea.directory.models.names import match_joined_tokens, match_tokens
from landsea.directory.reference_cache import read_once
from landsea_core.text import split_into_words
from landsea_core.text.letters.scripts import is_unspaced

MOST_CHARACTERS = 200
MOST_WORDS = 12
MOST_WORDS_KEPT = 3
"""Of long names whoever asks could make thousands of questions, each of which finds something."""
PAGE = 20
NEAR = 0.5
"""How alike a name must be, of 1, to be offered for what somebody typed."""
NAMED = ("code", "names")
DESK_SHOWN = (*NAMED, "office__code", "office__names", "office__country")
"""What a list of names shows; the rest of a row is read when somebody asks for it."""


@dataclass(frozen=True)
class Found:
    """What a search by name found, best first, at most `PAGE` of each kind."""

    desks: tuple[Desk, ...] = ()
    offices: tuple[Office, ...] = ()
    places: tuple[Place, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.desks or self.offices or self.places)


def read_words(text: str) -> list[str]:
    """Return the folded words of what somebody typed, at most `MOST_WORDS`; empty when there is nothing to look for."""
    return split_into_words(text[:MOST_CHARACTERS], most=MOST_WORDS)


def find_by_name(text: str) -> Found:
    """Return desks, offices and places in service whose names hold all the words of the text."""
    words = read_words(text)
    if not words:
        return Found()
    sources = (
        access.list_desks_in_service().select_related(None).select_related("office").only(*DESK_SHOWN),
        access.list_offices_in_service().select_related(None).only(*NAMED, "country"),
        access.list_places_in_service().only(*NAMED, "country"),
    )
    found = Found(*(_best_rows(source, match_tokens(words)) for source in sources))
    if not found and _is_unspaced(words):
        found = Found(*(_best_rows(source, match_joined_tokens("".join(words))) for source in sources))
    return found


def find_places(text: str, country: str = "") -> tuple[Place, ...]:
    """Return places in service with these words in their names or as their code, in `country` if given.

    A place whose whole name or code was typed comes first, then the one with the shortest name that holds the words. What few
    words find is kept while the directory is the same: most filings name one of the same gates and ports.
    """
    words = read_words(text)
    if not words:
        return ()
    if len(words) > MOST_WORDS_KEPT:
        return _read_places(words, country)
    return read_once(("places called", *words, country), lambda: _read_places(words, country))


def _read_places(words: list[str], country: str) -> tuple[Place, ...]:
    source = access.list_places_in_service().select_related("within__within")
    source = source.filter(country=country) if country else source
    found = _best_rows(source, match_tokens(words))
    if not found and _is_unspaced(words):
        found = _best_rows(source, match_joined_tokens("".join(words)))
    return tuple(sorted(found, key=lambda place: _surplus_letters(place, "".join(words))))


def find_nearest_places(text: str, country: str = "", most: int = 4) -> tuple[Place, ...]:
    """Return places in service that are called much like the text, the likest first: for what nothing is called exactly.

    Likeness is Dice's of the pairs of letters, at least a half: "Friendship gate" is none of "Youyi Guan", "Mohann" is Mohan.
    """
    typed = _pairs_of("".join(read_words(text)))
    if not typed:
        return ()
    rows = access.list_places_in_service().only(*NAMED, "country", "other_names")
    rows = rows.filter(country=country) if country else rows
    alike = [(max((_likeness(typed, pairs) for pairs in _pairs_of_names(place)), default=0.0), place) for place in rows]
    found = sorted((one for one in alike if one[0] >= NEAR), key=lambda one: (-one[0], one[1].code))
    return tuple(place for _likeness_of, place in found[:most])


def _pairs_of_names(place: Place) -> list[frozenset[str]]:
    return [_pairs_of("".join(split_into_words(name))) for name in place.all_names]


def _pairs_of(letters: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(letters)))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if other else 0.0


def find_codes_of_places_called(names: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of places in service that bear one of these names, in any language, as a whole; codes count as names."""
    found = {}
    for name in names:
        typed = "".join(read_words(name))
        found |= {place.code: name for place in find_places(name) if _surplus_letters(place, typed) == 0}
    return tuple(found)


def _surplus_letters(place: Place, typed: str) -> int:
    """Return how many letters the closest name of a place has beyond what was typed (folded, without spaces)."""
    folded = ["".join(split_into_words(name)) for name in (place.code, *place.all_names)]
    return min((len(name) - len(typed) for name in folded if typed in name), default=MOST_CHARACTERS)


def _is_unspaced(words: list[str]) -> bool:
    return any(is_unspaced(character) for word in words for character in word)


def _best_rows(source: QuerySet, condition: Func) -> tuple:
    """Return the rows that meet the condition, at most a page, those whose names say least else first.

    The page is chosen among ids, and only then read with what belongs to it: a common word is in thousands of names.
    """
    length = Func(F("name_tokens"), function="cardinality", output_field=IntegerField())
    page = source.filter(condition).order_by(length, "code").values("pk")[:PAGE]
    return tuple(source.filter(pk__in=page).order_by(length, "code"))
