"""What comes of asking below a confidence: how many answers are taken without a question, how many of these are wrong, and
how often the right one is among the choices where somebody is asked.

With 0.6, a text whose country is read as "CN 0.55, VN 0.41" is asked for, with both as buttons; a filer whose country is VN
finds it there. Counted are topics (three are offered), kinds of authority (three) and countries (two); and chapters of goods
(three), which are asked where the words name several and none is sure.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from landsea_core.text.evidence import TAKEN_FROM, Guess
from landsea_core.text.goods.open_chapters import MOST_ASKED, find_open_goods
from landsea_core.text.quality.calibration import Band, list_labels
from landsea_core.text.reader import Reader

_GOODS = "hs"
OFFERED = {"topic": 3, "authority": 3, "where": 2, _GOODS: MOST_ASKED}
"""How many choices somebody is offered who is asked."""
_TAKEN_WHEN = {_GOODS: f"where one chapter is named alone or from {TAKEN_FROM} on"}


@dataclass(frozen=True)
class Sureness:
    """One field's counts: `taken` without a question and how many of them are right; `asked`, and how often the right answer is
    among the choices.
    """

    field: str
    taken: int = 0
    taken_right: int = 0
    asked: int = 0
    offered_right: int = 0


def count_sureness(rows: Iterable[dict[str, Any]], reader: Reader) -> list[Sureness]:
    """The counts of each field over labelled rows; a row without a label of a field counts for the others only."""
    found = {field: Sureness(field) for field in OFFERED}
    for row in rows:
        reading = reader.read(row["text"], row.get("from") or "")
        guesses = {"topic": reading.topics, "authority": reading.authorities, "where": reading.countries}
        for field, most in OFFERED.items():
            right = list_labels(row, field)
            if not right:
                continue
            taken, offered = _decide_chapters(reading.goods) if field == _GOODS else _decide(guesses[field], most)
            right, counted = ({one[:2] for one in right} if field == _GOODS else right), found[field]
            if taken:
                hit = taken in right
                counted = replace(counted, taken=counted.taken + 1, taken_right=counted.taken_right + hit)
            else:
                hit = not right.isdisjoint(offered)
                counted = replace(counted, asked=counted.asked + 1, offered_right=counted.offered_right + hit)
            found[field] = counted
    return list(found.values())


def _decide(guesses: Sequence[Guess], most: int) -> tuple[str, list[str]]:
    """What is taken, or empty where it is asked, and what is offered."""
    taken = guesses[0].value if guesses and guesses[0].confidence >= TAKEN_FROM else ""
    return taken, [guess.value for guess in guesses[:most]]


def _decide_chapters(goods: Sequence[Guess]) -> tuple[str, list[str]]:
    """The same of the chapters of goods. What no word of a text names is offered nowhere and taken nowhere."""
    named = [guess for guess in goods if guess.words]
    asked = find_open_goods(named)
    return (named[0].value[:2] if named and not asked else ""), [guess.value[:2] for guess in asked]


def write_sureness(found: Sequence[Sureness]) -> str:
    """The counts as lines: "where: 113 taken, 106 right; 37 asked, 35 with the right one among 2"."""
    return "\n".join(
        f"{one.field}: {one.taken} taken {_TAKEN_WHEN.get(one.field, f'from {TAKEN_FROM} on')}, {one.taken_right} right; "
        f"{one.asked} asked, {one.offered_right} with the right one among {OFFERED[one.field]}"
        for one in found
    )


def write_bands(bands: Iterable[Band]) -> str:
    """The calibration as a table: confidence, suggestions, their mean, the share that was right; empty bands left out."""
    lines = [f"{'confidence':<12}{'suggestions':>12}{'mean':>7}{'right':>7}"]
    lines += [
        f"{f'{one.low:.1f} to {one.low + 0.1:.1f}':<12}{one.count:>12}{one.mean:>7.2f}{one.share:>7.2f}"
        for one in bands
        if one.count
    ]
    return "\n".join(lines)
