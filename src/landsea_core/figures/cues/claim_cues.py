"""Cues of claims about figures: rising and falling, more and less, limits and capacities, what is closed, all or none."""

from dataclasses import dataclass

from landsea_core.figures.cues.anchors import Anchor, declare_cue
from landsea_core.figures.cues.cue_words import Cue


@dataclass(frozen=True, kw_only=True)
class ClaimCues:
    """Words that claim something of figures beside them."""

    # from time to time
    goes_on: Cue = declare_cue()
    no_trend: Cue = declare_cue()
    trend_up: Cue = declare_cue()
    trend_down: Cue = declare_cue()
    in_turn: Cue = declare_cue()
    counted_on: Cue = declare_cue()

    # more and less
    says_more: Cue = declare_cue()
    says_less: Cue = declare_cue()
    says_longer: Cue = declare_cue()
    says_shorter: Cue = declare_cue()
    says_dearer: Cue = declare_cue()
    says_cheaper: Cue = declare_cue()
    superlative: Cue = declare_cue()
    in_terms_of: Cue = declare_cue()

    # targets, and what a percentage takes off or puts on
    range_begins: Cue = declare_cue(Anchor.RIGHT_BEFORE)
    but_only: Cue = declare_cue()
    every_step: Cue = declare_cue()
    each_thing: Cue = declare_cue()
    makes_together: Cue = declare_cue()
    of_the_whole: Cue = declare_cue()
    passes_target: Cue = declare_cue()
    misses_target: Cue = declare_cue()
    names_target: Cue = declare_cue()
    target_behind: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    takes_off: Cue = declare_cue()
    puts_on: Cue = declare_cue()
    leaves_amount: Cue = declare_cue()
    goes_on_now: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    says_ratio: Cue = declare_cue()
    says_fullness: Cue = declare_cue()
    years_apart: Cue = declare_cue(Anchor.RIGHT_BEHIND)

    # capacities, ranges, limits, last days
    holds_most: Cue = declare_cue()
    holds_most_behind: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    is_inside: Cue = declare_cue()
    beyond: Cue = declare_cue()
    ranges: Cue = declare_cue()
    other_times: Cue = declare_cue()
    limit_most: Cue = declare_cue()
    limit_least: Cue = declare_cue()
    demands: Cue = declare_cue()
    keeps_to: Cue = declare_cue()
    fails: Cue = declare_cue()
    until_day: Cue = declare_cue()
    below_zero: Cue = declare_cue()
    in_time: Cue = declare_cue()
    extended: Cue = declare_cue()

    # closed, all, none
    is_closed: Cue = declare_cue()
    half_closed: Cue = declare_cue()
    passes: Cue = declare_cue()
    excepts: Cue = declare_cue()
    all_of: Cue = declare_cue()
    all_of_behind: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    none_of: Cue = declare_cue()
    some_of: Cue = declare_cue()
    denies: Cue = declare_cue()

    # once and before
    is_a_mark: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    adds_on: Cue = declare_cue()
    runs_until: Cue = declare_cue()
    repaid_equally: Cue = declare_cue()
    first_ever: Cue = declare_cue()
    happened_before: Cue = declare_cue()

    # one way told twice
    whole_line: Cue = declare_cue()
    part_of_line: Cue = declare_cue()
    between_two: Cue = declare_cue()
