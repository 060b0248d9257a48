"""Measures that fit what a reader looks for: the list, the picker of an answer and the API find by the same rule."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from landsea.rules.rule_translations import all_wordings
from landsea.rules.sectors import names_sector
from landsea_core.rules import Measure as Rule
from landsea_core.text import fold_spelling, read_sectors


@dataclass(frozen=True)
class Wanted:
    """What is looked for; empty is open. `words` must all stand in code, title (in any language), act or summary, or name a
    line of business in any language for which the measure offers something; `hs` is a code or prefix; `origin`,
    `destination` and `mode` fit measures that name them and measures that leave them open.
    """

    words: str = ""
    country: str = ""
    kind: str = ""
    effect: str = ""
    hs: str = ""
    origin: str = ""
    destination: str = ""
    mode: str = ""


def matching_measures(wanted: Wanted, among: Iterable[Rule]) -> list[Rule]:
    """Return the measures that fit, in the order given."""
    words, hs = fold_spelling(wanted.words).split(), wanted.hs.replace(".", "")
    sectors = read_sectors(wanted.words) if wanted.words else []
    return [
        one
        for one in among
        if _fits_filters(one, wanted, hs) and (_contains_words(one, words) or names_sector(one, sectors))
    ]


def _fits_filters(measure: Rule, wanted: Wanted, hs: str) -> bool:
    scope = measure.scope
    same = ((wanted.country, measure.country), (wanted.kind, measure.kind), (wanted.effect, measure.effect))
    if any(asked and asked != has for asked, has in same):
        return False
    within = ((wanted.origin, scope.origin), (wanted.destination, scope.destination), (wanted.mode, scope.modes))
    if any(asked and has and asked not in has for asked, has in within):
        return False
    return not hs or any(hs.startswith(prefix) or prefix.startswith(hs) for prefix in scope.hs)


def _contains_words(measure: Rule, words: list[str]) -> bool:
    if not words:
        return True
    titles = " ".join(all_wordings().find_everywhere(measure.title))
    text = _fold_text(f"{measure.code} {titles} {measure.title_local} {measure.legal_act} {measure.summary}")
    return all(word in text for word in words)


@lru_cache(maxsize=2048)
def _fold_text(text: str) -> str:
    """Folding what is not Latin takes twenty times as long as looking for words in it, so it is done once a process."""
    return fold_spelling(text)
