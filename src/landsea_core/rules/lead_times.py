"""What may stand as the lead time of a requirement: how long it takes to get it, and nothing else.

A season, or the age at which fruit is picked, is a time of the goods: "10 to 11 weeks after flowering" read as a lead time
tells a trader to ask for his papers eleven weeks ahead.
"""

import re

from landsea_core.rules.model import Requirement
from landsea_core.sentences import Sentence

_GROWTH = (
    r"flower\w*|bloom\w*|blossom\w*|harvest\w*|season\w*|ripen\w*|sow(?:n|ing)|pick(?:ed|ing)|ra hoa|thu hoạch|mùa"
)
_GROWTH_UNSPACED = "开花|采收|收获|季节|ອອກດອກ|ເກັບກ່ຽວ|ລະດູ|ออกดอก|เก็บเกี่ยว|ฤดู"
_MONTH = r"january|february|march|april|may|june|july|august|september|october|november|december"
_OF_THE_GOODS = re.compile(
    rf"(?<!\w)(?:{_GROWTH})|{_GROWTH_UNSPACED}|\b(?:in|from|until)\s+(?:{_MONTH})\b(?!\s+\d)", re.IGNORECASE
)
_NEAR = 25


def find_lead_time_fault(requirement: Requirement) -> Sentence | None:
    """Return what is wrong with a requirement's lead time; None when nothing is.

    Example: "10 to 11 weeks" beside "Harvest 10 to 11 weeks after flowering." is a fault, "applications in October" is one,
    "20 working days" is none.
    """
    said = requirement.lead_time
    if not said:
        return None
    if _OF_THE_GOODS.search(said) or _is_told_of_goods(said, requirement.what):
        return Sentence(
            "'%(said)s' is a season or an age of the goods and no lead time; say it in the requirement's words and leave the "
            "lead time empty.",
            said=said,
        )
    return None


def _is_told_of_goods(said: str, what: str) -> bool:
    """Whether the words of the lead time stand in the requirement right before or after a word of growth."""
    at = what.lower().find(said.lower())
    if at < 0:
        return False
    around = what[max(0, at - _NEAR) : at], what[at + len(said) : at + len(said) + _NEAR]
    return any(_OF_THE_GOODS.search(part) for part in around)
