"""A rise that falls, or a fall that rises; without either word there is only a change, understood."""

from landsea_core.figures.cues.cue_words import Cue
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, PLAIN

_LEAD, _NEXT_TO = 60, 2
"""How far before a figure its words are looked at, and what still stands next to it."""


def check_direction(base: Item, result: Item, read: ReadStatement) -> Outcome:
    """Return whether a change goes the way that is said: "fell from 12 to 17 days" does not."""
    lead = base.before[-_LEAD:]
    if base.figure.start > result.figure.start:
        lead = result.before[-_LEAD:] + lead
    elif _ends_with_way(result.before):
        lead = result.before[-_LEAD:]  # 随着成本下降，占比由41%上升至46%
    elif not any(cue.search(lead) for cue in _list_ways()):
        lead = result.before[-_LEAD:]  # 由6.5小时下降到8.1小时
    rises, falls = _find_ways(base, lead)
    if base.unit == PERCENT and _is_slowing(base.before[-_LEAD:] + result.before[-_LEAD:]):
        rises, falls = False, True
    text = read.sentence_text(result.sentence)
    if _goes_other_way(base, result, rises=rises, falls=falls):
        words = (
            Sentence("from %(base)s to %(result)s is a fall, not a rise")
            if rises
            else Sentence("from %(base)s to %(result)s is a rise, not a fall")
        ).fill(base=base.figure.print_value(), result=result.figure.print_value())
        return Outcome(False, Finding("direction", text, words))
    words = Sentence("from %(base)s to %(result)s", base=base.figure.print_value(), result=result.figure.print_value())
    return Outcome(True, Finding("change", text, words))


def _list_ways() -> tuple[Cue, ...]:
    cues = read_statement_cues()
    return cues.up, cues.down, cues.gets_better, cues.gets_worse


def _ends_with_way(words: str) -> bool:
    end = len(words.rstrip()) - _NEXT_TO
    return any(match.end() >= end for cue in _list_ways() for match in cue.finditer(words))


def _find_ways(base: Item, lead: str) -> tuple[bool, bool]:
    """Return whether words say a rise, and whether a fall; what takes time improves when it falls."""
    cues = read_statement_cues()
    rises, falls = bool(cues.up.search(lead)), bool(cues.down.search(lead))
    if cues.lower_than.search(base.before) or cues.higher_than.search(base.before):
        return bool(cues.higher_than.search(base.before)), bool(cues.lower_than.search(base.before))
    better, worse = bool(cues.gets_better.search(lead)), bool(cues.gets_worse.search(lead))
    if base.unit.kind == "time" and better | worse:
        return worse, better
    return rises, falls


def _is_slowing(lead: str) -> bool:
    """Say whether the last word of a way says that a growth slows: then its rate falls, whatever it is the rate of.

    "As rules eased, the share rose from 41 to 46 percent" ends with another.
    """
    cues = read_statement_cues()
    last = {
        cue: max((match.end() for match in cue.finditer(lead)), default=0) for cue in (cues.slows, cues.up, cues.down)
    }
    return last[cues.slows] > 0 and last[cues.slows] >= max(last.values())


def _goes_other_way(base: Item, result: Item, *, rises: bool, falls: bool) -> bool:
    if base.unit.kind != result.unit.kind or base.unit == PLAIN or rises == falls:
        return False
    first, last = base.figure.make_interval(), result.figure.make_interval()
    return last.high < first.low if rises else last.low > first.high
