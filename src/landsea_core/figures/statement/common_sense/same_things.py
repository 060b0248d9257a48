"""The same things counted again: "a train of 50 wagons ... the 45 wagons were unloaded", and the 500th train of 430."""

import re
from collections.abc import Iterator

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.statement.common_sense.nearby import (
    find_clause_before,
    find_clause_behind,
    is_plain_amount,
    make_outcome,
)
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import may_be_compared, read_own_subject
from landsea_core.sentences import Sentence

_ORDINAL = re.compile(
    r"(?<![\d,])\b(?P<number>\d[\d,]{0,14})(?:st|nd|rd|th)\s+(?:\w+\s+){0,2}?(?P<thing>train|ship|vessel|lorry|truck|flight|container|company|trip|voyage|barge)\b|"
    r"第(?P<han>\d[\d,]{0,14})(?:列|趟|班|艘|辆|家|航次|标箱|个)",
    re.IGNORECASE,
)
_THINGS = {"列": "train", "趟": "train", "班": "train", "艘": "ship", "辆": "vehicle", "家": "compan"}
_KINDS = {"lorry": "vehicle", "truck": "vehicle", "vessel": "ship", "company": "compan"}
_MOST_APART = 2


def check_same_things(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether things that are named again ("the 45 wagons", 这45节) are as many as before."""
    counts = [one for one in read.items if one.unit.kind.startswith("count:") and is_plain_amount(one)]
    for again in counts:
        if not _is_named_again(again, read):
            continue
        before = [
            one
            for one in counts
            if one.unit.kind == again.unit.kind and one.sentence < again.sentence <= one.sentence + _MOST_APART
        ]
        values = {one.figure.value for one in before}
        if len(values) != 1 or before[0].figure.bound or before[0].figure.is_range or before[0].role == "base":
            continue
        if before[0].period and again.period and not before[0].period.is_same(again.period):
            continue
        if not may_be_compared(read_own_subject(before[0]), read_own_subject(again)):
            continue
        words = Sentence(
            "for the same thing both %(one)s and %(other)s are said",
            one=before[0].figure.print_value(),
            other=again.figure.print_value(),
        )
        yield make_outcome(again.figure.value in values, "said_twice", words, read, before[0], again)
    yield from _check_ordinals(counts, read)


def _is_named_again(item: Item, read: ReadStatement) -> bool:
    cues = read_sense_cues()
    lead = read.text[read.sentences[item.sentence][0] : item.figure.start]
    if item.figure.bound or not cues.those_before.search(lead[-16:] if lead.isascii() else lead[-4:]):
        return False
    nearest = " ".join(find_clause_before(item).split()[-4:])
    return not cues.others.search(nearest) and bool(cues.those_behind.match(item.after))


def _check_ordinals(counts: list[Item], read: ReadStatement) -> Iterator[Outcome]:
    """ "The 500th train left on Monday. So far 430 trains have run" cannot be."""
    for match in _ORDINAL.finditer(read.text):
        number = int((match["number"] or match["han"]).replace(",", ""))
        thing = (match["thing"] or _THINGS.get(match.group()[-1], "")).lower()
        for item in counts:
            name = item.unit.kind.removeprefix("count:")
            is_same = thing and name.startswith(_KINDS.get(thing, thing))
            around = find_clause_before(item) + " " + find_clause_behind(item)
            if not is_same or not read_sense_cues().so_far.search(around) or item.role not in ("", "result"):
                continue
            text = read.sentence_text(item.sentence)
            if (item.period or read_sense_cues().this_span.search(text)) and not read_sense_cues().since_year.search(
                text
            ):
                continue
            words = Sentence(
                "%(one)s and %(other)s do not go together", one=match.group(), other=item.figure.print_value()
            )
            yield make_outcome(item.figure.make_interval().high >= number, "said_twice", words, read, item)
