"""Measures that fit what a reader looks for: the list, the picker of an answer and the API find by the same rule.

Where nothing holds all the words, or few do, the measures nearest to them are offered too: a room above ranks them (`NEAREST`).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from landsea.base.contributions import Slot
from landsea.rules.rule_translations import read_wordings
from landsea.rules.sectors import names_sector
from landsea_core.finding import FEW_FOUND, holds_all_words
from landsea_core.rules import Book
from landsea_core.rules import Measure as Rule
from landsea_core.text import read_sectors

MOST_NEAREST = 8
NEAREST: Slot[Callable[[str], Sequence[str]]] = Slot("codes of the measures nearest to some words, the best first")


@dataclass(frozen=True)
class Wanted:
    """What is looked for; empty is open. `words` must all stand in code, title (in any language), act or summary, as whole
    words where their script has spaces, or name a line of business in any language for which the measure offers something;
    `hs` is a code or prefix; `origin`, `destination` and `mode` fit measures that name them and measures that leave them open.
    """

    words: str = ""
    country: str = ""
    kind: str = ""
    effect: str = ""
    hs: str = ""
    origin: str = ""
    destination: str = ""
    mode: str = ""


def find_matching_measures(wanted: Wanted, among: Iterable[Rule]) -> list[Rule]:
    """Return the measures that fit, in the order given."""
    hs = wanted.hs.replace(".", "")
    sectors = read_sectors(wanted.words) if wanted.words else []
    return [
        one
        for one in among
        if _fits_filters(one, wanted, hs) and (_contains_words(one, wanted.words) or names_sector(one, sectors))
    ]


def order_best_first(found: Sequence[Rule], words: str) -> list[Rule]:
    """Return measures that were found by words, those first that the words mean most; in their order where there are none."""
    ranked = {code: number for number, code in enumerate(_rank(words))}
    return sorted(found, key=lambda one: ranked.get(one.code, len(ranked)))


def find_nearest_measures(wanted: Wanted, book: Book, found: Sequence[Rule] = ()) -> list[Rule]:
    """Return the measures that fit all but the words and are nearest to these, the best first, at most `MOST_NEAREST`, without
    those found; none where more than few were found.
    """
    if len(found) > FEW_FOUND:
        return []
    hs = wanted.hs.replace(".", "")
    near = (book.by_code[code] for code in _rank(wanted.words) if code in book.by_code)
    return [one for one in near if one not in found and _fits_filters(one, wanted, hs)][:MOST_NEAREST]


def _rank(words: str) -> list[str]:
    """The codes of the measures that some words mean, the best first."""
    return list(dict.fromkeys(code for rank in NEAREST for code in rank(words))) if words.strip() else []


def _fits_filters(measure: Rule, wanted: Wanted, hs: str) -> bool:
    scope = measure.scope
    same = ((wanted.country, measure.country), (wanted.kind, measure.kind), (wanted.effect, measure.effect))
    if any(asked and asked != has for asked, has in same):
        return False
    within = ((wanted.origin, scope.origin), (wanted.destination, scope.destination), (wanted.mode, scope.modes))
    if any(asked and has and asked not in has for asked, has in within):
        return False
    return not hs or any(hs.startswith(prefix) or prefix.startswith(hs) for prefix in scope.hs)


def _contains_words(measure: Rule, words: str) -> bool:
    if not words.strip():
        return True
    titles = " ".join(read_wordings().find_everywhere(measure.title))
    return holds_all_words(
        f"{measure.code} {titles} {measure.title_local} {measure.legal_act} {measure.summary}", words
    )
