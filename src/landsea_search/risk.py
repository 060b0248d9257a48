"""The risk of missing a departure, as a function of slack. Where the time constants come from is not said here."""

import math
from functools import cache

from landsea_search.network import RiskCurve


@cache
def make_exponential_curve(tau: float) -> RiskCurve:
    """Return risk by minutes of slack in units of 0.01 nat, for a boarding whose delays fade with `tau` minutes.

    Risk is int(100 x -ln(1 - 0.5 exp(-slack/tau)) + 0.5): the negative logarithm of the probability to make it when
    half of the arrivals are late and the lateness is exponential. Risks of independent boardings add up, and
    exp(-risk/100) is the probability that all are made. The curve ends where it has become 0 for good.

    An example: with tau = 60 a slack of 0 minutes is a risk of 69 (an even chance), one of 60 minutes a risk of 20.
    """
    values: list[int] = []
    while not values or values[-1] > 0:
        values.append(int(100 * -math.log(1 - 0.5 * math.exp(-len(values) / tau)) + 0.5))
    return RiskCurve(tuple(values))
