"""Cues of figures that are said to follow from others, and of lengths of time between two dates."""

from dataclasses import dataclass

from landsea_core.figures.cues.anchors import Anchor, declare_cue
from landsea_core.figures.cues.cue_words import Cue


@dataclass(frozen=True, kw_only=True)
class FollowingCues:
    """Words that say how a figure follows: as a mean, a total, a rest, a difference, an equal."""

    says_mean: Cue = declare_cue()
    says_mean_behind: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    says_total: Cue = declare_cue()
    says_total_behind: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    says_rest: Cue = declare_cue()
    says_rest_behind: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    says_difference: Cue = declare_cue()
    says_difference_behind: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    says_so: Cue = declare_cue()
    says_equal: Cue = declare_cue()
    names_charge: Cue = declare_cue()
    names_exchange: Cue = declare_cue()
    exchange_before: Cue = declare_cue()
    exchange_behind: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    says_lasting: Cue = declare_cue()
    says_lasting_behind: Cue = declare_cue(Anchor.RIGHT_BEHIND)
    other_length: Cue = declare_cue()
    from_to: Cue = declare_cue()
    lesser: Cue = declare_cue()
    greater: Cue = declare_cue()
    joins_before: Cue = declare_cue()
    joins_after: Cue = declare_cue()
    formerly: Cue = declare_cue()
    names_parts: Cue = declare_cue()
    one_more: Cue = declare_cue()
    shifts: Cue = declare_cue()
    sooner_or_later: Cue = declare_cue()
    says_gap: Cue = declare_cue()
    is_done: Cue = declare_cue()
    expires: Cue = declare_cue()
    lasts_from: Cue = declare_cue()
    no_event: Cue = declare_cue()
    another_round: Cue = declare_cue()
    other_runs: Cue = declare_cue()
    counted_from: Cue = declare_cue()
    by_the_year: Cue = declare_cue()
    other_than_a_year: Cue = declare_cue()
    takes_in: Cue = declare_cue()
