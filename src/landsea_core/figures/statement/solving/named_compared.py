"""Two things compared by words, "the barge is dearer than the lorry", 驳船比货车贵, against the figure that each has."""

import re
from collections.abc import Iterator

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.statement.common_sense.nearby import list_around, make_outcome
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, PLAIN, POINTS, TIMES

_HAN = re.compile(r"(?P<one>[\u4e00-\u9fff]{2,4})比(?P<other>[\u4e00-\u9fff]{2,4}?)(?P<how>更?(?:贵|便宜|昂贵))")
_LATIN = re.compile(
    r"\b(?P<one>[a-z]{4,})\s+(?:(?:is|are|was|were|costs?)\s+)?(?:(?:therefore|thus|so|much|still)\s+)*"
    r"(?P<how>more expensive|dearer|costlier|cheaper|less expensive) than (?:the |by |a |an )?(?P<other>[a-z]{4,})",
    re.IGNORECASE,
)
_STEM = 5
_RELATIONS = (PERCENT, POINTS, TIMES, PLAIN)


def check_named_compared(read: ReadStatement) -> Iterator[Outcome]:
    """Yield where one of two things is called dearer though its price, the only one near its name, is lower."""
    for number, (start, end) in enumerate(read.sentences):
        for match in (*_HAN.finditer(read.text, start, end), *_LATIN.finditer(read.text, start, end)):
            one, other = (_find_priced(match[name], number, match.start(), read) for name in ("one", "other"))
            is_dearer = bool(read_sense_cues().dearer.search(match["how"]))
            if one is None or other is None or one is other or one.unit.kind != other.unit.kind:
                continue
            step = one.figure.value - other.figure.value
            if step == 0 or (step > 0) == is_dearer:
                continue
            words = Sentence(
                "%(one)s and %(other)s do not go together",
                one=match.group().strip(),
                other=f"{one.figure.print_value()}, {other.figure.print_value()}",
            )
            yield make_outcome(False, "rank", words, read, one, other)


def _find_priced(name: str, number: int, before: int, read: ReadStatement) -> Item | None:
    """Return the only amount before a claim in whose own words a name stands."""
    stem = name[:_STEM].lower() if name.isascii() else name[-2:]
    found = [
        one
        for one in list_around(read, number)
        if one.figure.end <= before and one.unit not in _RELATIONS and stem in one.before.lower()
    ]
    return found[0] if len(found) == 1 else None
