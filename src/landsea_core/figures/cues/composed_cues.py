"""Cues that are made of several lists of words: what stands between two figures, pairs of opposites, "doubled" and its like."""

from dataclasses import dataclass

from landsea_core.figures.cues.cue_words import Cue, CueWords, choose_any_term
from landsea_core.text.lexicon import Lexicon

_GOODS = r"(?:(?:of )?[a-z]+(?: [a-z]+)?(?=\s*,))?"
""" "383 thousand tonnes | of rubber, or 0.383 million": of what an amount is, before it is said again."""


@dataclass(frozen=True)
class Pair:
    """Two things that make a whole: exports and imports, 南下 and 北上."""

    one: Cue
    other: Cue


@dataclass(frozen=True)
class Multiple:
    """Words that say by how much something became larger: "doubled" is 2, "halved" 0.5."""

    words: Cue
    factor: float


def make_behind_figure(words: CueWords) -> Cue:
    """Return what may stand between a figure and the period behind it: "3.2 bn (recorded in the | first half)"."""
    goes_on, inside, others = (words.choose_any(name) for name in ("goes_on", "in_period", "behind_figure"))
    return words.compile(
        rf"^(?!\s*(?:{goes_on}))\s*\(?\s*(?:(?:[a-z]+\s+){{1,4}}(?:{inside})\s+|(?:(?:{others})\s+)*)(?:the\s+)?$",
        "behind_figure",
    )


def make_equal_gap(words: CueWords) -> Cue:
    """Return what stands between one amount in two units: "5 days, that is some | 120 hours"."""
    return words.compile(
        rf"^\s*{_GOODS}\s*(?:\(|,?\s*\(?\s*(?:{words.choose_any('equals')})\s*,?)\s*(?:{words.choose_any('about')})?\s*$",
        "equals",
    )


def make_or_gap(words: CueWords) -> Cue:
    """Return what stands between a difference and its percentage: "18 bn (or | 12 %)"."""
    return words.compile(rf"^[\s,(]*(?:{words.choose_any('or_again')}|,|\()*\s*$", "or_again")


def make_pairs(words: CueWords, lexicon: Lexicon, kind: str = "figure_pair", only: str = "") -> tuple[Pair, ...]:
    """Return the pairs of opposites, one a language, from the rows of one kind; `only` those of one value."""
    return tuple(
        Pair(
            words.compile(choose_any_term([row]), row["value"]),
            words.compile(choose_any_term([{"terms": row["others"]}]), row["value"]),
        )
        for row in lexicon.list_rows(kind)
        if only in ("", row["value"])
    )


def make_multiples(words: CueWords, lexicon: Lexicon) -> tuple[Multiple, ...]:
    """Return the words of multiples with their factors, from the rows "figure_multiple"."""
    return tuple(
        Multiple(words.compile(choose_any_term([row]), row["value"]), float(row["value"]))
        for row in lexicon.list_rows("figure_multiple")
    )
