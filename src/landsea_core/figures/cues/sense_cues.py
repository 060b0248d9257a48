"""The cues of common sense: words about clocks, ages, lists, order, averages, records. Their words are the rows "sense_cue".

Looked for in whole sentences or clauses; "before" means right before a figure, "behind" right behind it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from landsea_core.figures.cues.anchors import Anchor, declare_cue, read_cues
from landsea_core.figures.cues.claim_cues import ClaimCues
from landsea_core.figures.cues.composed_cues import Pair, make_pairs
from landsea_core.figures.cues.cue_words import Cue, CueWords
from landsea_core.figures.cues.following_cues import FollowingCues
from landsea_core.figures.cues.rank_cues import NumberedCues, make_numbered_cues
from landsea_core.text.default_lexicons import read_statement_lexicon
from landsea_core.text.lexicon import Lexicon


@dataclass(frozen=True, kw_only=True)
class SenseCues(FollowingCues, ClaimCues):
    """All cues of common sense, compiled."""

    # clocks and years
    departs: Cue = declare_cue()
    arrives: Cue = declare_cue()
    same_day: Cue = declare_cue()
    told_backwards: Cue = declare_cue()
    whole_way_before: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    whole_way_behind: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    part_of_way: Cue = declare_cue()
    counted_in: Cue = declare_cue()
    moved_clock: Cue = declare_cue()
    top_speed: Cue = declare_cue()
    since_year: Cue = declare_cue()
    years_before: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    years_behind: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    other_years: Cue = declare_cue()

    # lists
    opens_list: Cue = declare_cue()
    open_list: Cue = declare_cue()

    # order and extremes
    most: Cue = declare_cue()
    least: Cue = declare_cue()
    fastest: Cue = declare_cue()
    busiest: Cue = declare_cue()
    quietest: Cue = declare_cue()
    dearer: Cue = declare_cue()
    ahead_of: Cue = declare_cue()
    no_claim: Cue = declare_cue()
    narrows: Cue = declare_cue()
    average: Cue = declare_cue()
    highest: Cue = declare_cue()
    lowest: Cue = declare_cue()
    each_day: Cue = declare_cue()
    new_record: Cue = declare_cue()
    first_time_above: Cue = declare_cue()

    # the same things again
    those_before: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    those_behind: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    others: Cue = declare_cue()
    so_far: Cue = declare_cue()
    this_span: Cue = declare_cue()
    made_of_runs: Cue = declare_cue()
    other_frequency: Cue = declare_cue()

    # parts, wholes, loads
    carries: Cue = declare_cue()
    most_of_them: Cue = declare_cue()
    few_of_them: Cue = declare_cue()
    surplus: Cue = declare_cue()
    deficit: Cue = declare_cue()
    adds_up: Cue = declare_cue()
    adds_up_behind: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    no_change: Cue = declare_cue()
    stock_first: Cue = declare_cue()
    stock_came: Cue = declare_cue()
    stock_went: Cue = declare_cue()
    names_stock: Cue = declare_cue()
    stock_last: Cue = declare_cue()
    in_value: Cue = declare_cue()
    in_volume: Cue = declare_cue()
    in_price: Cue = declare_cue()

    # made of numbered rows
    anniversaries: NumberedCues
    frequencies: NumberedCues
    weekdays: Mapping[int, Cue]
    opposites: tuple[Pair, ...]
    orders: tuple[Pair, ...]
    no_label: frozenset[str]


@cache
def read_sense_cues() -> SenseCues:
    """Return the cues with the words of this checkout's files, read when first needed."""
    return make_sense_cues(read_statement_lexicon())


def make_sense_cues(lexicon: Lexicon) -> SenseCues:
    """Return the cues with the words of one lexicon. Raises LexiconFault for rows that cannot be used."""
    return read_cues(SenseCues, "sense_cue", lexicon, _compose)


def _compose(words: CueWords, lexicon: Lexicon) -> dict[str, object]:
    return {
        "anniversaries": make_numbered_cues(words, lexicon, "sense_anniversary"),
        "frequencies": make_numbered_cues(words, lexicon, "sense_frequency"),
        "weekdays": _make_weekdays(words, lexicon),
        "opposites": make_pairs(words, lexicon, "sense_opposite"),
        "orders": make_pairs(words, lexicon, "sense_order"),
        "no_label": words.list_terms("no_label"),
    }


def _make_weekdays(words: CueWords, lexicon: Lexicon) -> dict[int, Cue]:
    """Return the names of each day of the week, 1 for Monday to 7."""
    patterns: dict[int, list[str]] = {}
    for row in lexicon.list_rows("sense_weekday"):
        patterns.setdefault(int(row["value"]), []).extend(row["patterns"])
    return {number: words.compile("|".join(some), "sense_weekday") for number, some in patterns.items()}
