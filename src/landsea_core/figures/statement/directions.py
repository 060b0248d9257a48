"""A rise that falls, or a fall that rises; without either word there is only a change, understood."""

from landsea_core.figures.cues.cue_words import Cue
from landsea_core.figures.cues.statement_cues import statement_cues
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, PLAIN

_LEAD = 60


def check_direction(base: Item, result: Item, read: ReadStatement) -> Outcome:
    """Return whether a change goes the way that is said: "fell from 12 to 17 days" does not."""
    lead = base.before[-_LEAD:]
    if base.figure.start > result.figure.start:
        lead = result.before[-_LEAD:] + lead
    elif not any(cue.search(lead) for cue in _list_ways()):
        lead = result.before[-_LEAD:]  # 由6.5小时下降到8.1小时
    rises, falls = _find_ways(base, lead)
    if base.unit == PERCENT and statement_cues().slows.search(base.before[-_LEAD:] + result.before[-_LEAD:]):
        rises, falls = False, True  # the rate of a growth that slowed falls
    text = read.sentence_text(result.sentence)
    if _goes_other_way(base, result, rises=rises, falls=falls):
        words = Sentence(
            "from %(base)s to %(result)s is a %(is_)s, not a %(said)s",
            base=base.figure.print_value(),
            result=result.figure.print_value(),
            is_="fall" if rises else "rise",
            said="rise" if rises else "fall",
        )
        return Outcome(False, Finding("direction", text, words))
    words = Sentence("from %(base)s to %(result)s", base=base.figure.print_value(), result=result.figure.print_value())
    return Outcome(True, Finding("change", text, words))


def _list_ways() -> tuple[Cue, ...]:
    cues = statement_cues()
    return cues.up, cues.down, cues.gets_better, cues.gets_worse


def _find_ways(base: Item, lead: str) -> tuple[bool, bool]:
    """Return whether words say a rise, and whether a fall; what takes time improves when it falls."""
    cues = statement_cues()
    rises, falls = bool(cues.up.search(lead)), bool(cues.down.search(lead))
    if cues.lower_than.search(base.before) or cues.higher_than.search(base.before):
        return bool(cues.higher_than.search(base.before)), bool(cues.lower_than.search(base.before))
    better, worse = bool(cues.gets_better.search(lead)), bool(cues.gets_worse.search(lead))
    if base.unit.kind == "time" and better | worse:
        return worse, better
    return rises, falls


def _goes_other_way(base: Item, result: Item, *, rises: bool, falls: bool) -> bool:
    if base.unit.kind != result.unit.kind or base.unit == PLAIN or rises == falls:
        return False
    first, last = base.figure.make_interval(), result.figure.make_interval()
    return last.high < first.low if rises else last.low > first.high
