"""The cues of files of facts: words of a subject, a metric and a value. Their words are the rows "fact_cue" of the lexicon."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from landsea_core.figures.cues.anchors import declare_cue, read_cues
from landsea_core.figures.cues.cue_words import Cue, CueWords, list_patterns
from landsea_core.text.default_lexicons import read_statement_lexicon
from landsea_core.text.lexicon import Lexicon

Words = frozenset[str]


@dataclass(frozen=True, kw_only=True)
class FactCues:
    """All cues of facts, compiled; sets of words are matched as whole words."""

    # what a claim is
    growth: Cue = declare_cue()
    state: Cue = declare_cue()
    stock: Cue = declare_cue()
    cumulative: Cue = declare_cue()
    each_day: Cue = declare_cue()
    average: Cue = declare_cue()
    best_case: Cue = declare_cue()
    plan: Cue = declare_cue()
    relation: Cue = declare_cue()
    against: Cue = declare_cue()

    # two readings of one thing
    other_reading: Cue = declare_cue()

    # ways and places
    only_part_of_way: Cue = declare_cue()
    other_scope: Cue = declare_cue()
    claimed: Cue = declare_cue()
    actual: Cue = declare_cue()
    clearance: Cue = declare_cue()

    # made of several lists
    alternative: Cue
    above_capacity: Cue
    modes: Mapping[str, Cue]
    regions: Mapping[str, str]
    pairs: tuple[tuple[Words, Words], ...]

    # words of labels and subjects
    asean: Words
    part_word: Words
    share_label: Words
    counted: Words
    not_a_label: Words
    not_a_subject: Words
    no_unit_here: Words
    size: Words
    thousand: Words


_WORD_SETS = (
    "asean",
    "part_word",
    "share_label",
    "counted",
    "not_a_label",
    "not_a_subject",
    "no_unit_here",
    "size",
    "thousand",
)


@cache
def read_fact_cues() -> FactCues:
    """Return the cues with the words of this checkout's files, read when first needed."""
    return make_fact_cues(read_statement_lexicon())


def make_fact_cues(lexicon: Lexicon) -> FactCues:
    """Return the cues with the words of one lexicon. Raises LexiconFault for rows that cannot be used."""
    return read_cues(FactCues, "fact_cue", lexicon, _compose)


def _compose(words: CueWords, lexicon: Lexicon) -> dict[str, object]:
    return {
        "alternative": _make_alternative(words),
        "above_capacity": _make_above_capacity(words),
        "modes": _make_modes(words, lexicon),
        "regions": {
            name: row["value"] for row in lexicon.list_rows("economic_region") for name, _weight in row["terms"]
        },
        "pairs": tuple(
            (frozenset(term for term, _weight in row["terms"]), frozenset(term for term, _weight in row["others"]))
            for row in lexicon.list_rows("fact_pair")
        ),
        **{name: words.list_terms(name) for name in _WORD_SETS},
    }


def _make_alternative(words: CueWords) -> Cue:
    """Return two readings in one value: "518 or 523"."""
    between = words.choose_any("alternative")
    return words.compile(rf"(?P<one>\d[\d,.]*)\s*(?P<word>{between})\s*(?P<other>\d[\d,.]*)", "alternative")


def _make_above_capacity(words: CueWords) -> Cue:
    """Return a figure and a capacity in one value: "1.2 m TEU against a capacity of 1 m TEU"."""
    capacity = words.choose_any("capacity")
    return words.compile(
        rf"(?P<figure>[\d.,]+\s*\w*)[^;]*?{capacity}\s*(?:of\s+)?(?P<capacity>\d[\d.,]*\s*\w*)", "capacity"
    )


def _make_modes(words: CueWords, lexicon: Lexicon) -> dict[str, Cue]:
    """Return the words of each way to travel ("road", "rail", ...)."""
    patterns: dict[str, list[str]] = {}
    for row in lexicon.list_rows("transport_mode"):
        patterns.setdefault(row["value"], []).extend(list_patterns(row))
    return {mode: words.compile("|".join(any_of), mode) for mode, any_of in patterns.items()}
