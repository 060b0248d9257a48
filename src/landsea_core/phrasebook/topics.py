"""How far an ask is from a case by their topics alone: whoever waits at a border post meets customs, quarantine and
transport, whatever their case was read as, so asks of every topic are compared, those of another one with a handicap.
"""

from collections.abc import Iterable

from landsea_core.phrasebook.phrases import Ask

OF_TOPIC = 0.01
"""How much nearer an ask of the case's topic counts than one that fits all: of two that say much the same, it says more."""
OF_NEIGHBOUR, OF_OTHERS = -0.02, -0.03
"""How much nearer an ask of a neighbouring topic counts, and one of any other: less than one that fits all. Meanings of asks
lie within about 0.2 (`bench/results/asks.md`)."""
MET_AT_A_BORDER = frozenset(
    {"customs_clearance", "rules_of_origin", "sps_tbt", "taxes_fees", "transport_border", "visa_movement"}
)
"""Topics that are neighbours of each other: a load at a gate meets all of them."""


def find_lead(ask_topic: str, case_topic: str) -> float:
    """Return how much nearer to a case's words an ask counts than its nearness says: 0 where it fits all topics, or where the
    case has none; less than 0 where it is of another topic.

    Example: on a case read as transport, "When will the goods be released?" (customs) has a handicap of 0.02.
    """
    if not ask_topic or not case_topic:
        return 0.0
    if ask_topic == case_topic:
        return OF_TOPIC
    return OF_NEIGHBOUR if {ask_topic, case_topic} <= MET_AT_A_BORDER else OF_OTHERS


def choose_offered(near: Iterable[tuple[Ask, float]], topic: str, most: int) -> list[tuple[Ask, float]]:
    """Return at most `most` asks with how near they count on a case of a topic, nearest first. The last of them is chosen with
    half the handicap: the case may have been read wrongly, or somebody asks for something else than what it is about.
    """
    asks = list(near)
    first = _order(asks, topic, 1.0)[: max(1, most - 1)]
    taken = {ask.code for ask, _value in first}
    left = [(ask, value) for ask, value in asks if ask.code not in taken]
    return (first + _order(left, topic, 0.5))[:most]


def _order(near: Iterable[tuple[Ask, float]], topic: str, share: float) -> list[tuple[Ask, float]]:
    """Order asks by how near they count, with this share of the handicap; of those as near the one of the first code."""
    leads = ((ask, value, find_lead(ask.topic, topic)) for ask, value in near)
    counted = [(ask, value + (lead * share if lead < 0 else lead)) for ask, value, lead in leads]
    return sorted(counted, key=lambda pair: (-pair[1], pair[0].code))
