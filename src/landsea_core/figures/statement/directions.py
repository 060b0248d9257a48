"""A rise that falls, or a fall that rises; without either word there is only a change, understood."""

from landsea_core.figures.cues.statement_cues import statement_cues
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PLAIN

_LEAD = 60


def check_direction(base: Item, result: Item, read: ReadStatement) -> Outcome:
    """Return whether a change goes the way that is said: "fell from 12 to 17 days" does not."""
    lead = base.before[-_LEAD:]
    if base.figure.start > result.figure.start:
        lead = result.before[-_LEAD:] + lead
    elif not (statement_cues().up.search(lead) or statement_cues().down.search(lead)):
        lead = result.before[-_LEAD:]  # 由6.5小时下降到8.1小时
    rises, falls = bool(statement_cues().up.search(lead)), bool(statement_cues().down.search(lead))
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


def _goes_other_way(base: Item, result: Item, *, rises: bool, falls: bool) -> bool:
    if base.unit.kind != result.unit.kind or base.unit == PLAIN or rises == falls:
        return False
    first, last = base.figure.make_interval(), result.figure.make_interval()
    return last.high < first.low if rises else last.low > first.high
