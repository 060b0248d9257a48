"""What words, likeness and readers' opinions are worth when answers are ranked. An opinion lifts an answer by the lower end of
what its true share of helped readers may be.

Wilson's interval at 90 % (E. B. Wilson, 1927): one reader who was helped counts little, ninety of a hundred much.
"""

import math

Z = 1.645
MOST_FOR_WORDS, LIKENESS = 4.0, 8.0
"""What shared words are worth at most, and a likeness of 1. What reads alike (0.38, `landsea_core.likeness.degrees`) is
enough by itself, in whatever language."""


def compute_least_share(helped: int, not_helped: int) -> float:
    """Return the lower bound of the share of readers who were helped, 0 to 1; 0 when nobody said anything."""
    number = helped + not_helped
    if number == 0:
        return 0.0
    share = helped / number
    middle = share + Z * Z / (2 * number)
    room = Z * math.sqrt((share * (1 - share) + Z * Z / (4 * number)) / number)
    return max(0.0, (middle - room) / (1 + Z * Z / number))
