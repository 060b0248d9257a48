"""Saying a slip: the relation that does not fit, with what would be right."""

import math
from collections.abc import Sequence
from dataclasses import replace

from landsea_core.figures.statement.explanations import explain_growth, explain_multiple, explain_share
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.weighing.guessing import Guess
from landsea_core.figures.statement.weighing.seeing import SeenFigure
from landsea_core.sentences import Sentence

_RULES = {"up": "growth", "down": "growth", "part": "share", "times": "multiple", "mean": "average"}
_FORMULAS = {
    "balance": "{0} + {1} - {2}",
    "long_balance": "{0} + {1} + {2} - {3}",
    "product": "{0} × {1}",
    "long_product": "{0} × {1} × {2}",
    "product_and_more": "{0} × {1} + {2}",
    "product_less": "{0} × {1} - {2}",
    "less_times": "({0} - {1}) × {2}",
    "two_products": "{0} × {1} + {2} × {3}",
    "product_part": "{0} × {1} × {2}",
    "product_off": "{0} × {1} × (100% - {2})",
    "product_up": "{0} × {1} × (100% + {2})",
    "part_of_gap": "({0} - {1}) × {2}",
    "part_of_both": "({0} + {1}) × {2}",
    "gap_of_parts": "({0} - {1}) × {2}",
    "part_of_part": "{0} × {1} × {2}",
    "rest_of_part": "{0} × {1} × (100% - {2})",
    "part_of_rest": "{0} × (100% - {1}) × {2}",
    "rest_of_rest": "{0} × (100% - {1}) × (100% - {2})",
    "up_and_up": "{0} × (100% + {1}) × (100% + {2})",
    "rest_of_parts": "{0} × (100% - {1} - {2})",
    "both_parts": "{0} × ({1} + {2})",
    "proportion": "{1} × {2} / {0}",
    "same": "{0}",
}
_LARGEST = 1e15


def say_slip(guess: Guess, figures: Sequence[SeenFigure], read: ReadStatement) -> Outcome | None:
    """Return a guess that does not fit as a contradiction; None where what would be right cannot be printed."""
    told = [figures[at] for at in guess.places]
    items = [_own_item(one, read) for one in told]
    sentence = _explain_items(guess, items, _print(told[-1], read)) or _explain_formula(guess, told, read)
    if sentence is None:
        return None
    last = max(told, key=lambda one: one.start)
    finding = Finding(_RULES.get(guess.formula, guess.formula), read.sentence_text(last.sentence), sentence)
    return Outcome(False, finding, frozenset(one.place for one in told if one.place is not None))


def _own_item(one: SeenFigure, read: ReadStatement) -> Item | None:
    """Return the item of a figure that is read as its item is."""
    item = read.items[one.place] if one.place is not None else None
    return item if item and item.figure.value == one.value else None


def _explain_items(guess: Guess, items: Sequence[Item | None], words: str) -> Sentence | None:
    """Say a growth, share or multiple of two amounts; `words` are those of the said figure. None for other relations."""
    one, other, said = items[0], items[1], items[-1]
    if one is None or other is None:
        return None
    match guess.formula:
        case "part":
            return explain_share(one, other, words)
        case "times":
            return explain_multiple(other, one, words)
        case "up" | "down" if said is not None:
            turned = replace(said, sign=1 if guess.formula == "up" else -1)
            return explain_growth(other, one, turned, other.figure.print_value())
    return None


def _explain_formula(guess: Guess, told: Sequence[SeenFigure], read: ReadStatement) -> Sentence | None:
    """Say what the figures of a guess make, as a sum to reckon again."""
    parts = [_print(one, read) for one in told[:-1]]
    item, made = _own_item(told[-1], read), told[-1].value * math.exp(guess.log_ratio)
    if made > _LARGEST or (pattern := _choose_formula(guess, len(parts))) is None:
        return None
    return Sentence(
        "%(parts)s make %(right)s, said was %(whole)s",
        parts=pattern.format(*parts),
        right=item.figure.print_value(made) if item else f"{made:,.4g}" if made < 1 else f"{made:,.10g}",
        whole=_print(told[-1], read),
    )


def _choose_formula(guess: Guess, parts: int) -> str | None:
    """Return how a relation is reckoned, a place in braces for each figure; None for growth and multiples of no amounts."""
    together = " + ".join(f"{{{at}}}" for at in range(parts))
    match guess.formula:
        case "sum":
            return together
        case "mean":
            return f"({together}) / {parts}"
        case "hundred":
            return f"100% - {together.replace(' + ', ' - ')}"
        case "part" | "up" | "down" | "times":
            return None
    return _FORMULAS[guess.formula]


def _print(one: SeenFigure, read: ReadStatement) -> str:
    item = _own_item(one, read)
    return item.figure.print_value() if item else read.text[one.start : one.end].strip()
