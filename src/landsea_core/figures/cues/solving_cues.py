"""Cues of figures that follow from the few around them, and of what lets them off."""

from dataclasses import dataclass

from landsea_core.figures.cues.anchors import Anchor, declare_cue
from landsea_core.figures.cues.cue_words import Cue


@dataclass(frozen=True, kw_only=True)
class SolvingCues:
    """Words that name a relation across sentences, and words by which a figure is of another time or of something else."""

    # what is left of a whole, and lists that are closed
    rest_before: Cue = declare_cue()
    rest_behind: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    closes_parts: Cue = declare_cue()
    all_named: Cue = declare_cue()
    other_total: Cue = declare_cue()
    is_qualified: Cue = declare_cue()
    is_now: Cue = declare_cue()

    splits_into: Cue = declare_cue()
    of_the_total: Cue = declare_cue(Anchor.RIGHT_BEHIND)

    counts_list: Cue = declare_cue()
    one_after_other: Cue = declare_cue()
    mixes: Cue = declare_cue()
    counted_twice: Cue = declare_cue()

    # differences and steps
    exceeds_before: Cue = declare_cue()
    exceeds_behind: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    then_and_now: Cue = declare_cue()
    happened_twice: Cue = declare_cue()
    saves_before: Cue = declare_cue()
    saves_behind: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    compared_behind: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    than_the: Cue = declare_cue()
    as_before: Cue = declare_cue()
    this_step: Cue = declare_cue()
    other_step: Cue = declare_cue()
    next_step: Cue = declare_cue()

    # how much of a whole is done or reached
    same_progress: Cue = declare_cue()
    is_under_way: Cue = declare_cue()
    wanted: Cue = declare_cue()

    # prices, pay and charges
    tells_price: Cue = declare_cue()
    tells_takings: Cue = declare_cue()
    other_doer: Cue = declare_cue()
    must_be_paid: Cue = declare_cue()
    monthly_pay: Cue = declare_cue()
    is_tax: Cue = declare_cue()
    is_fee: Cue = declare_cue()

    for_two_things: Cue = declare_cue()
    names_holding: Cue = declare_cue()
    earns_margin: Cue = declare_cue()
    leads_by: Cue = declare_cue()
    carries_each: Cue = declare_cue()
    means_other: Cue = declare_cue()
    names_rate: Cue = declare_cue()

    # so many in a time
    a_week_before: Cue = declare_cue()
    other_pace: Cue = declare_cue()
    on_holidays: Cue = declare_cue()
    at_one_place: Cue = declare_cue()
    on_the_way: Cue = declare_cue()
