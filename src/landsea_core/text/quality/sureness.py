"""What comes of asking below a confidence: how many answers are taken without a question, how many of these are wrong, and
how often the right one is among the choices where somebody is asked.

With 0.6, a text whose country is read as "CN 0.55, VN 0.41" is asked for, with both as buttons; a filer whose country is VN
finds it there. Counted are topics (three are offered), kinds of authority (three) and countries (two).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from landsea_core.text.evidence import TAKEN_FROM
from landsea_core.text.quality.calibration import Band, list_labels
from landsea_core.text.reader import Reader

OFFERED = {"topic": 3, "authority": 3, "where": 2}
"""How many choices somebody is offered who is asked."""


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
            counted, offered = found[field], [guess.value for guess in guesses[field][:most]]
            if guesses[field] and guesses[field][0].confidence >= TAKEN_FROM:
                hit = offered[0] in right
                counted = replace(counted, taken=counted.taken + 1, taken_right=counted.taken_right + hit)
            else:
                hit = not right.isdisjoint(offered)
                counted = replace(counted, asked=counted.asked + 1, offered_right=counted.offered_right + hit)
            found[field] = counted
    return list(found.values())


def write_sureness(found: Sequence[Sureness]) -> str:
    """The counts as lines: "where: 113 taken, 106 right; 37 asked, 35 with the right one among 2"."""
    return "\n".join(
        f"{one.field}: {one.taken} taken from {TAKEN_FROM} on, {one.taken_right} right; "
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
