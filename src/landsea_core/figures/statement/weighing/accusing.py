"""How likely an accusation of another check holds: from its rule, and what was weighed of the figures that it accuses."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from landsea_core.figures.statement.weighing.judging import WeighedFigures, WeighedGuess

_LEVELS = (0.02, 0.06, 0.15, 0.3, 0.5, 0.75)
_FIGURES = (2, 3, 4, 5, 6, 8)
_MOST_ACCUSED, _MOST_TOGETHER, _MOST_ALIKE, _MOST_RIGHT = 5, 4, 3, 3
_SHARED = 2
_TOGETHER = (
    ("wrong", "least"),
    ("wrong", "figures"),
    ("doubted", "near_it"),
    ("meant", "mean"),
    ("wrong", "near_it"),
    ("rule", "wrong", "figures"),
    ("rule", "mean", "figures"),
)


@dataclass(frozen=True)
class Accusation:
    """What another check said: its rule, the order of the figures that it accuses, and what was said of them beside it.

    `together` counts the contradictions found in the stretch, `alike` those of the same rule, `right` what fits.
    """

    rule: str
    orders: frozenset[int]
    together: int
    alike: int
    right: int


def name_accusation(
    one: Accusation, weighed: WeighedFigures, doubts: Sequence[tuple[WeighedGuess, float]]
) -> list[str]:
    """Return the names of what speaks for and against an accusation; `doubts` are guesses and how likely each is a slip."""
    shared = min(_SHARED, max(len(one.orders), 1))
    doubted = meant = near_it = all_of_it = 0.0
    for some in weighed.weighed:
        orders = weighed.list_orders(some.guess)
        if some.guess.fits:
            near_it = max(near_it, some.told if len(orders & one.orders) >= _SHARED else 0.0)
            all_of_it = max(all_of_it, some.told if one.orders and orders >= one.orders else 0.0)
        else:
            doubted = max(doubted, some.told if len(orders & one.orders) >= _SHARED else 0.0)
            meant = max(meant, some.told if orders == one.orders else 0.0)
    wrong = [(probability, weighed.list_orders(some.guess)) for some, probability in doubts]
    explained = [weighed.explained[order] for order in sorted(one.orders)] or [0.0]
    levels = {
        "doubted": doubted,
        "meant": meant,
        "near_it": near_it,
        "all_of_it": all_of_it,
        "wrong": max((told for told, orders in wrong if len(orders & one.orders) >= shared), default=0.0),
        "worst": max((told for told, _orders in wrong), default=0.0),
        "least": min(explained),
        "most": max(explained),
        "mean": sum(explained) / len(explained),
    }
    signs: dict[str, object] = {name: bisect_left(_LEVELS, level) for name, level in levels.items()}
    signs |= {
        "rule": one.rule,
        "figures": bisect_left(_FIGURES, weighed.count),
        "accused": min(len(one.orders), _MOST_ACCUSED),
        "together": min(one.together, _MOST_TOGETHER),
        "alike": min(one.alike, _MOST_ALIKE),
        "right": min(one.right, _MOST_RIGHT),
    }
    alone = [f"{name}={value}" for name, value in signs.items()]
    with_rule = [f"rule={one.rule}+{name}={value}" for name, value in signs.items() if name != "rule"]
    together = ["+".join(f"{name}={signs[name]}" for name in names) for names in _TOGETHER]
    return [*alone, *with_rule, *together]
