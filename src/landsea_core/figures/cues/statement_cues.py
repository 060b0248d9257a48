"""The cues of statements: which words are looked for, and where. Their words are the rows "figure_cue" of the lexicon.

"Before" and "behind" mean the words around one figure, up to the figures beside it, periods taken out.
"""

from dataclasses import dataclass
from functools import cache

from landsea_core.figures.cues.anchors import Anchor, declare_cue, read_cues
from landsea_core.figures.cues.composed_cues import (
    Multiple,
    Pair,
    make_behind_figure,
    make_equal_gap,
    make_multiples,
    make_or_gap,
    make_pairs,
)
from landsea_core.figures.cues.cue_words import Cue, CueWords
from landsea_core.figures.cues.rank_cues import NumberedCues, make_numbered_cues
from landsea_core.figures.cues.rate_cues import RateCues, make_rate_cues
from landsea_core.figures.cues.solving_cues import SolvingCues
from landsea_core.text.default_lexicons import read_statement_lexicon
from landsea_core.text.lexicon import Lexicon


@dataclass(frozen=True, kw_only=True)
class StatementCues(SolvingCues):
    """All cues of statements, compiled."""

    # what an amount is: beginning, end, difference, total
    base_before: Cue = declare_cue(Anchor.BEFORE)
    base_near: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    result_before: Cue = declare_cue(Anchor.BEFORE)
    to_before: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    reached_before: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    delta_before: Cue = declare_cue(Anchor.BEFORE)
    delta_after: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    total_before: Cue = declare_cue(Anchor.BEFORE)
    total_after: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    peak: Cue = declare_cue()
    target: Cue = declare_cue()
    planned: Cue = declare_cue(Anchor.RIGHT_BEFORE)

    # which way it goes
    up: Cue = declare_cue()
    down: Cue = declare_cue()
    down_delta: Cue = declare_cue()
    higher_than: Cue = declare_cue()
    lower_than: Cue = declare_cue()
    gets_better: Cue = declare_cue()
    gets_worse: Cue = declare_cue()
    slows: Cue = declare_cue()
    growing: Cue = declare_cue()
    by_how_much: Cue = declare_cue()
    by_before: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    minus_before: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    quicker: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    grown_to: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    word_more_than: Cue = declare_cue()
    word_nearly: Cue = declare_cue()

    # what a percentage is
    change_reached: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    share_before: Cue = declare_cue()
    share_after: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    takes_up: Cue = declare_cue()
    attained_before: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    attained_after: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    average: Cue = declare_cue()
    compared_before: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    more_than: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    less_than: Cue = declare_cue(Anchor.RIGHT_BEHIND)

    # from when to when
    year_on_year: Cue = declare_cue()
    each_year: Cue = declare_cue()
    over_years: Cue = declare_cue()
    leads_to_period: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    measured_from: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    measured_from_before: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    compared_with_period: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    until_period: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    later_before: Cue = declare_cue()
    span: Cue = declare_cue()

    # parts and wholes
    incomplete: Cue = declare_cue()
    together: Cue = declare_cue()
    of_which: Cue = declare_cue()
    of_them: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    of_all: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    of_all_lead: Cue = declare_cue()
    of_all_after: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    the_rest: Cue = declare_cue()
    all_the_rest: Cue = declare_cue()
    overlap: Cue = declare_cue()
    exports: Cue = declare_cue()
    imports: Cue = declare_cue()

    # how figures are joined
    respectively: Cue = declare_cue()
    contrast: Cue = declare_cue()
    each_of: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    each_after: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    so: Cue = declare_cue()
    does_something: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    other_way: Cue = declare_cue()
    supposed: Cue = declare_cue()
    idle_length: Cue = declare_cue()
    refers_back: Cue = declare_cue()
    exchange: Cue = declare_cue()

    # what sentences say together
    record: Cue = declare_cue()
    previous_record: Cue = declare_cue()
    low_record: Cue = declare_cue()
    breaks: Cue = declare_cue()
    journey_before: Cue = declare_cue()
    not_a_journey: Cue = declare_cue()
    of_these: Cue = declare_cue()
    days_apart: Cue = declare_cue()
    remains: Cue = declare_cue()
    the_others: Cue = declare_cue()
    concludes: Cue = declare_cue()
    added_before: Cue = declare_cue()
    both: Cue = declare_cue()
    times_as_many: Cue = declare_cue()
    long_ago: Cue = declare_cue()
    do_several_things: Cue = declare_cue()
    at_first: Cue = declare_cue()
    has_now: Cue = declare_cue()
    whole_of_plan: Cue = declare_cue()
    arrives_anew: Cue = declare_cue()
    names_that: Cue = declare_cue()
    names_change: Cue = declare_cue(Anchor.BEFORE)
    bound_before: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    more_by: Cue = declare_cue()
    less_by: Cue = declare_cue()
    of_a_part: Cue = declare_cue()
    other_year: Cue = declare_cue()
    goes_on_doubling: Cue = declare_cue()
    names_base: Cue = declare_cue()
    adds_other: Cue = declare_cue()
    names_fullness: Cue = declare_cue()
    names_size: Cue = declare_cue()
    of_lead: Cue = declare_cue()
    as_it_was: Cue = declare_cue()
    taken_up_before: Cue = declare_cue()
    taken_up_behind: Cue = declare_cue()
    part_again: Cue = declare_cue()
    votes_told: Cue = declare_cue()
    all_of_them: Cue = declare_cue()
    multiple_of: Cue = declare_cue()
    in_a_week: Cue = declare_cue()
    in_a_month: Cue = declare_cue()
    in_a_year: Cue = declare_cue()
    far_back: Cue = declare_cue()
    population: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    total_trade: Cue = declare_cue()

    # made of several lists
    behind_figure: Cue
    equal_gap: Cue
    or_gap: Cue
    rates: RateCues
    ranks: NumberedCues
    counts_together: NumberedCues
    pairs: tuple[Pair, ...]
    present_absent: tuple[Pair, ...]
    multiples: tuple[Multiple, ...]
    surplus: Cue
    departs: Cue
    arrives: Cue
    counts_people: frozenset[str]
    joining: frozenset[str]
    not_telling: frozenset[str]
    of_change: frozenset[str]
    """Stems of words that say how something changed, and not what."""


@cache
def read_statement_cues() -> StatementCues:
    """Return the cues with the words of this checkout's files, read when first needed."""
    return make_statement_cues(read_statement_lexicon())


def make_statement_cues(lexicon: Lexicon) -> StatementCues:
    """Return the cues with the words of one lexicon. Raises LexiconFault for rows that cannot be used."""
    return read_cues(StatementCues, "figure_cue", lexicon, _compose)


def _compose(words: CueWords, lexicon: Lexicon) -> dict[str, object]:
    of_sense = CueWords(lexicon, "sense_cue")
    return {
        "behind_figure": make_behind_figure(words),
        "equal_gap": make_equal_gap(words),
        "or_gap": make_or_gap(words),
        "rates": make_rate_cues(words, lexicon),
        "ranks": make_numbered_cues(words, lexicon, "figure_rank"),
        "counts_together": make_numbered_cues(words, lexicon, "figure_count_together"),
        "pairs": make_pairs(words, lexicon),
        "present_absent": make_pairs(words, lexicon, only="present_absent"),
        "multiples": make_multiples(words, lexicon),
        "surplus": of_sense.compile("|".join(map(of_sense.choose_any, ("surplus", "deficit"))), "surplus"),
        "departs": of_sense.compile(of_sense.choose_any("departs"), "departs"),
        "arrives": of_sense.compile(of_sense.choose_any("arrives"), "arrives"),
        "counts_people": words.list_terms("counts_people"),
        "joining": words.list_terms("joining"),
        "not_telling": words.list_terms("not_telling"),
        "of_change": words.list_terms("of_change"),
    }
