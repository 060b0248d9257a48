"""Figures that are some of what was named before ("Of these, 900 carried fruit"), where it is not said of which: several
amounts stand before them, of different periods. Nothing is said of their period or whole then that nobody said.
"""

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement


def is_of_several_before(read: ReadStatement, item: Item) -> bool:
    """Say whether a figure is some of several amounts of the sentence before, of which it does not say one."""
    start, end = read.sentences[item.sentence]
    if not item.sentence or any(start <= period.start < end for period in read.periods):
        return False
    if not read_statement_cues().of_these.search(read.text[start : item.figure.start].lower()):
        return False
    first = item.sentence - 1
    while first and read.text[: read.sentences[first][0]].rstrip().endswith(";"):
        first -= 1
    before = [one for at in range(first, item.sentence) for one in read.items_of_sentence(at)]
    return len({one.period for one in before if one.unit.kind == item.unit.kind}) > 1
