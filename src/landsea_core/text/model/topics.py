"""The topic of a text: what its matters add up to, what is said of the topic itself, and the words for whole topics."""

import math
from collections.abc import Mapping

# Words that all matters of a topic are spoken of with raise these by e to their weight: of 1,600 kept texts the topic of 1,383
# is right without, of 1,395 with it, and no set loses more than one (bench/results/reading.md).
_TOPIC_RAISES = 1.0
# A model that learns topics alone learns what also would be right (a second topic, of no matter in particular), and counts this
# much beside the matters: of 1,044 held texts, whole files left out, 914 topics are right with it and 905 without, 908 with
# 0.5, and 881 by it alone (bench/results/reading.md).
_TOPIC_ALONE = 0.3
_HARDLY = 1e-9


def raise_spoken_topics(
    matters: Mapping[str, float], named: Mapping[str, float], topics: Mapping[str, str]
) -> dict[str, float]:
    """Return the chances of matters once the words for whole topics are weighed once more; `topics` has the topic of each
    matter. Example: "phyto" and "BAI" make matters of plant and animal health likelier than a port's.
    """
    raised = {
        matter: chance * math.exp(_TOPIC_RAISES * named.get(f"topic:{topics[matter]}", 0.0))
        for matter, chance in matters.items()
    }
    total = sum(raised.values())
    return {matter: chance / total for matter, chance in raised.items()}


def add_up_topics(matters: Mapping[str, float], topics: Mapping[str, str]) -> dict[str, float]:
    """Return the chance of each topic as the sum of its matters' chances."""
    found: dict[str, float] = {}
    for matter, chance in matters.items():
        found[topics[matter]] = found.get(topics[matter], 0.0) + chance
    return found


def weigh_topics_alone(
    matters: Mapping[str, float], alone: Mapping[str, float], topics: Mapping[str, str]
) -> dict[str, float]:
    """Return the chances of matters once what is said of the topics `alone` is weighed in; they add up to 1."""
    by_matters = add_up_topics(matters, topics)
    both = {
        topic: math.exp(
            (1 - _TOPIC_ALONE) * math.log(chance + _HARDLY) + _TOPIC_ALONE * math.log(alone.get(topic, 0.0) + _HARDLY)
        )
        for topic, chance in by_matters.items()
    }
    total = sum(both.values())
    return {
        matter: chance * both[topics[matter]] / (total * (by_matters[topics[matter]] or 1.0))
        for matter, chance in matters.items()
    }
