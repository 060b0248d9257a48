"""Totals and rests: what a word sums up of the figures of one unit before it, or says is left of the first of them."""

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.common_sense.nearby import (
    find_clause_before,
    find_clause_behind,
    make_outcome,
    read_stock_sign,
)
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.following.operands import Operands, is_alike
from landsea_core.figures.statement.following.ways import can_be_made
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.subjects import may_be_compared, read_subject
from landsea_core.figures.statement.sums import add_up, is_what_it_came_to
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import POINTS, TIMES

_MOST_PARTS = 6
_RUNNING, _LEAST_CONCLUDED = 2, 3
_MOST_MOVED, _LEAST_MOVED = 3, 2
_FARTHEST_BEYOND = 5.0
"""A total so many times the sum of what stands before it has other parts."""
_SIGNS = {1: "+ ", -1: "− "}


def check_totals_said(operands: Operands, read: ReadStatement) -> Outcome | None:
    """Return whether a total is the sum of what stands before it, or a rest what is left; None where words say neither."""
    said = operands.said
    cues, lead = read_sense_cues(), find_clause_before(said)
    is_other = said.per or said.role in ("delta", "growth", "base") or said.figure.bound or cues.says_mean.search(lead)
    if said.unit in (POINTS, TIMES) or is_other:
        return None  # also not of "on average the full year had 23"
    parts = _list_parts(operands)
    if outcome := _judge_running(operands, read):
        return outcome
    if cues.says_rest.search(lead) or cues.says_rest_behind.match(said.after):
        return _judge_rest(_list_stock(operands, read), operands, read)
    is_named = cues.says_total.search(said.before) or cues.says_total_behind.match(said.after)
    is_total = is_named or cues.says_total.search(lead) or _concludes_all(parts, operands, read)
    return _judge_total(parts, operands, read) if is_total else None


def _concludes_all(parts: list[Item], operands: Operands, read: ReadStatement) -> bool:
    """ "Fish 54, shrimps 36, crabs 10. Seafood thus brought in | 120": the only figure of its sentence, from three before."""
    said = operands.said
    is_alone = len(read.items_of_sentence(said.sentence)) == 1 and len(parts) >= _LEAST_CONCLUDED
    is_one_list = len({one.sentence for one in parts}) == 1 and not any(one.period for one in parts)
    lead = read.text[read.sentences[said.sentence][0] : said.figure.start]
    is_told = read_sense_cues().says_so.search(said.before) or read_sense_cues().of_the_whole.search(lead)
    return is_alone and is_one_list and bool(is_told) and said.unit.kind != "time"


def _judge_running(operands: Operands, read: ReadStatement) -> Outcome | None:
    """ "By the end of May 60,000 had passed. June brought 14,000 more, 74,000 in all": what was counted on, and what came."""
    said, cues = operands.said, read_sense_cues()
    parts = [one for one in operands.near if is_alike(one, said)]
    lead = read.text[parts[-1].figure.end : said.figure.start] if parts else ""
    if not (cues.says_total.search(lead) or cues.counted_on.search(lead) or said.is_total):
        return None
    if len(parts) != _RUNNING or any(one.role in ("base", "share") or one.figure.bound for one in parts):
        return None
    first, came = parts
    is_counted = cues.runs_until.search(read.text[read.sentences[first.sentence][0] : first.figure.start])
    is_added = (
        came.role == "delta" or cues.one_more.search(came.before) or cues.adds_on.search(find_clause_before(came))
    )
    if not is_counted or not is_added or came.sign < 0 or said.figure.value < first.figure.value:
        return None
    if first.figure.value < came.figure.value or can_be_made(operands) or first.sentence == said.sentence:
        return None
    return add_up(parts, said, read, read.sentence_text(said.sentence), exact=True)


def _list_parts(operands: Operands) -> list[Item]:
    here = operands.list_alike(is_here=True)
    parts = here if len(here) > 1 else operands.list_alike(is_here=False)
    return [one for one in parts if one.role in ("", "result", "base", "delta")]


def _list_stock(operands: Operands, read: ReadStatement) -> list[Item]:
    """Return what was, came and went before a rest: of its sentence, or from the largest figure of two sentences before on."""
    here = operands.list_alike(is_here=True)
    said = operands.said
    if len(here) < _LEAST_MOVED or _has_stock_before(here, operands):
        here = [
            one
            for one in read.items
            if one.figure.end <= said.figure.start and said.sentence - one.sentence <= 2 and is_alike(one, said)
        ]
    here = [one for one in here if one.role in ("", "result", "base", "delta")]
    largest = max(here, key=lambda one: one.figure.value, default=None)
    return here[here.index(largest) :] if largest in here else []


def _has_stock_before(here: list[Item], operands: Operands) -> bool:
    """ "Stocks were 400,000 in May. In June 60,000 came and 100,000 were sold": one stands before, and is larger."""
    before = [one for one in operands.list_alike(is_here=False) if one not in here]
    return len(before) == 1 and before[0].figure.value > max(one.figure.value for one in here)


def _judge_total(parts: list[Item], operands: Operands, read: ReadStatement) -> Outcome | None:
    said = operands.said
    text = read.text[parts[0].figure.start : said.figure.end] if parts else ""
    is_open = read_statement_cues().incomplete.search(text) or any(
        (one.is_total and not is_what_it_came_to(one)) or one.role == "delta" for one in parts
    )
    if not 2 <= len(parts) <= _MOST_PARTS or is_open or _are_of_other_times(parts, said):
        return None
    if any(one.role == "base" or _is_reached(one) for one in parts) or not _are_of_one_kind(parts, said, read):
        return None
    if said.figure.value > _FARTHEST_BEYOND * sum(one.figure.value for one in parts):
        return None
    if can_be_made(operands) or any(said.figure.value == one.figure.value for one in parts):
        return None
    return add_up(parts, said, read, read.sentence_text(said.sentence), exact=True)


def _is_reached(item: Item) -> bool:
    """ "130 in the morning, falling to 85 at noon": the same ones again, and no parts of anything."""
    return bool(
        read_statement_cues().to_before.search(item.before) or read_statement_cues().grown_to.search(item.before)
    )


def _are_of_other_times(parts: list[Item], said: Item) -> bool:
    """Say whether the total is of another time than its parts: no sum of theirs."""
    periods = {str(one.period) for one in parts if one.period}
    return bool(said.period and periods) and str(said.period) not in periods and len(periods) == 1


def _are_of_one_kind(parts: list[Item], said: Item, read: ReadStatement) -> bool:
    whole = {part: values for part, values in read_subject(said, read).items() if part in ("goods", "measure")}
    return all(may_be_compared({**read_subject(one, read), "place": frozenset()}, whole) or not whole for one in parts)


def _judge_rest(parts: list[Item], operands: Operands, read: ReadStatement) -> Outcome | None:
    """ "5,200 tonnes, 1,700 were released, it now has 3,900": what was, with what came and without what went."""
    said = operands.said
    whole, *moved = parts or [said]
    if not 1 <= len(moved) <= _MOST_MOVED or whole.figure.value < max(one.figure.value for one in moved):
        return None
    if any(one.role == "base" for one in moved) or _is_verb_of_leaving(said, read):
        return None
    if any(read_statement_cues().is_qualified.search(find_clause_behind(one)) for one in moved):
        return None  # "150 were solved within 10 days, 12 are still open": others were solved later
    told = [read_stock_sign(one) for one in moved]
    if not (len(told) > 1 and all(told)) and can_be_made(operands):
        return None
    signs = [sign or _find_sign(one) for sign, one in zip(told, moved, strict=True)]
    right = whole.figure.value + sum(sign * one.figure.value for sign, one in zip(signs, moved, strict=True))
    if right <= 0:
        return None  # "1,050 lorries: 640 out and 410 in. Still 85 wait": the parts are all of it, and these are others
    room = sum(one.figure.make_interval().high - one.figure.high for one in (*parts, said))
    words = Sentence(
        "%(before)s and %(came)s make %(right)s, said were %(after)s",
        before=whole.figure.print_value(),
        came=" ".join(f"{_SIGNS[sign]}{one.figure.print_value()}" for sign, one in zip(signs, moved, strict=True)),
        right=said.figure.print_value(right),
        after=said.figure.print_value(),
    )
    return make_outcome(abs(right - said.figure.value) <= room, "sum", words, read, *parts, said)


def _find_sign(item: Item) -> int:
    """Return 1 for what came, -1 for what went or is only counted."""
    clause = find_clause_before(item) + " " + find_clause_behind(item)
    came, went = read_sense_cues().stock_came.search(clause), read_sense_cues().stock_went.search(clause)
    return 1 if came and not went else -1


def _is_verb_of_leaving(said: Item, read: ReadStatement) -> bool:
    """ "35 joined and 15 left": they went away, and are no rest."""
    start, end = read.sentences[said.sentence]
    is_bare = said.after.strip().lower().startswith("left")
    return is_bare and bool(read_sense_cues().stock_came.search(read.text[start:end]))
