"""What is left of a whole: "40 bn in all, 26 bn are done, 24 bn remain" does not fit."""

import re
from collections.abc import Iterator

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.flows import is_flow, list_counted
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.sums import add_up, find_last_clause

_LEAST_TOLD = 0.4
_CLAUSE_END = re.compile(r"[,，;；。]")


def check_remainders(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether what was done and what remains make the whole that stands before both.

    Only three amounts of one unit in two sentences are compared, the first of them called a whole or the largest; where
    something came in meanwhile, nothing is.
    """
    for rest in list_counted(list(read.items)):
        if not _is_left(rest):
            continue
        before = [
            one
            for one in list_counted(list(read.items))
            if one.figure.end <= rest.figure.start and _are_alike(one, rest) and rest.sentence - one.sentence <= 1
        ]
        if len(before) == 2 and _are_whole_and_part(before[0], before[1], rest, read):
            yield add_up([before[1], rest], before[0], read, read.sentence_text(rest.sentence), exact=True)


def _are_alike(one: Item, other: Item) -> bool:
    """Say whether two amounts count the same; trains and lorries are counted by their trips too."""
    kinds = {one.unit.kind, other.unit.kind}
    return len(kinds) == 1 or ("count:trips" in kinds and kinds <= {"count:trips", "count:trains", "count:vehicles"})


def _is_left(item: Item) -> bool:
    cue = read_statement_cues().remains
    return is_flow(item) and bool(cue.search(find_last_clause(item)) or cue.search(_CLAUSE_END.split(item.after)[0]))


def _are_whole_and_part(whole: Item, part: Item, rest: Item, read: ReadStatement) -> bool:
    """Say whether the first amount is the whole of both others, and nothing else came to it or is left out."""
    cues = read_statement_cues()
    if max(part.figure.value, rest.figure.value) >= whole.figure.value or whole.per or part.per:
        return False
    if part.figure.value + rest.figure.value < _LEAST_TOLD * whole.figure.value:
        return False  # "of the 40 cartons six were wet and two missing": others are told nowhere, or later
    start, end = read.sentences[whole.sentence][0], read.sentences[rest.sentence][1]
    told = read.text[start:end]
    if cues.arrives_anew.search(read.text[whole.figure.end : end]) or cues.of_which.search(told):
        return False
    if whole.sentence == part.sentence == rest.sentence and cues.the_others.search(find_last_clause(rest)):
        return True
    is_whole = whole.is_total or cues.whole_of_plan.search(whole.before) or cues.whole_of_plan.search(whole.after)
    return bool(is_whole or cues.of_all.search(whole.before) or cues.of_these.search(told))
