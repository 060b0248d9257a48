"""A record against the record before it: what is called the highest ever is not lower than the old record."""

from collections.abc import Iterator

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import AMOUNT_ROLES, Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence

_FARTHEST = 60
"""Characters between "the old record" and its figure."""


def check_records(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether a record is above the one before: "1,906 lorries, a record; the old record of 2,140" cannot be."""
    for match in read_statement_cues().previous_record.finditer(read.text):
        old = _find_old(match.start(), match.end(), read)
        new = _find_new(old, read) if old else None
        if old is None or new is None:
            continue
        words = Sentence(
            "%(new)s is no record when the one before was %(old)s",
            new=new.figure.print_value(),
            old=old.figure.print_value(),
        )
        fits = new.figure.make_interval().high > old.figure.make_interval().low
        yield Outcome(fits, Finding("record", read.sentence_text(old.sentence), words), read.places_of(old, new))


def _find_old(start: int, end: int, read: ReadStatement) -> Item | None:
    """Return the first amount behind the words "the old record" in their sentence."""
    for item in read.items:
        is_inside = start <= item.figure.start < end  # 打破了2021年创下的 | 135万吨 | 的纪录
        if (is_inside or end <= item.figure.start <= end + _FARTHEST) and item.unit.is_known:
            begin, finish = read.sentences[item.sentence]
            return item if begin <= start < finish else None
    return None


def _find_new(old: Item, read: ReadStatement) -> Item | None:
    """Return the amount that is called a record: the nearest of its unit before the old one, in a sentence that says so."""
    before = [
        item
        for item in read.items
        if item.figure.end <= old.figure.start
        and item.unit.kind == old.unit.kind
        and bool(item.per) == bool(old.per)
        and item.role in AMOUNT_ROLES
        and old.sentence - item.sentence <= 1
    ]
    if not before:
        return None
    new, cues = before[-1], read_statement_cues()
    said = read.sentence_text(new.sentence) + " " + read.sentence_text(old.sentence)
    says_record = cues.record.search(read.sentence_text(new.sentence)) or cues.breaks.search(said)
    return new if says_record and not cues.low_record.search(said) else None
