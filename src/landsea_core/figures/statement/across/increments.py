"""What came to a number, and the number afterwards: "60 lorries; with 25 more it has 95" does not fit.

The number before, what came to it and the number afterwards stand in two sentences, and nothing else of that unit between them.
"""

from collections.abc import Iterator

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.item import AMOUNT_ROLES, Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.sentences import Sentence

_FARTHEST = 3.0
"""So many times what came an end may be off and still be meant by it."""
_OPEN_UNITS = ("count:units", "plain", "")
"""Units that stand for whatever was named before: 95 chiếc, 95台."""


def check_increments(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether a number and what came to it make the number that the same or the next sentence concludes."""
    counted = [one for one in read.items if one.role in (*AMOUNT_ROLES, "delta") and not one.per and not one.is_peak]
    for before, came, after in zip(counted, counted[1:], counted[2:], strict=False):
        if not (_are_of_one_unit(before, came, after) and _is_concluded(after, read)):
            continue
        joins = _joins_what_was(before, came, after, read) or _joins_in_one_sentence(before, came, after, read)
        if not (joins or _adds_to_beginning(before, came, after) or _is_added_in_turn(before, came, after, read)):
            continue
        total = before.figure.value + came.signed_value
        words = Sentence(
            "%(before)s and %(came)s make %(right)s, said were %(after)s",
            before=before.figure.print_value(),
            came=came.figure.print_value(),
            right=before.figure.print_value(total),
            after=after.figure.print_value(),
        )
        room = sum(one.figure.make_interval().high - one.figure.high for one in (before, came, after))
        fits = abs(total - after.figure.value) <= room + 1e-9 or any(one.figure.bound for one in (before, came, after))
        yield Outcome(
            fits, Finding("increment", read.sentence_text(after.sentence), words), read.places_of(before, came, after)
        )


def _are_of_one_unit(before: Item, came: Item, after: Item) -> bool:
    return {came.unit.kind, after.unit.kind} <= {before.unit.kind, *_OPEN_UNITS}


def _joins_what_was(before: Item, came: Item, after: Item, read: ReadStatement) -> bool:
    """ "It runs 60 reefers. | With the 25 that it will buy it has 95": the sentence begins with what came."""
    if not before.sentence + 1 == came.sentence == after.sentence or before.role == "delta":
        return False
    lead = read.text[read.sentences[came.sentence][0] : came.figure.start]
    is_added = read_statement_cues().added_before.search(lead) or (came.role == "delta" and not lead.strip())
    return came.figure.end < after.figure.start and bool(is_added)


def _joins_in_one_sentence(before: Item, came: Item, after: Item, read: ReadStatement) -> bool:
    """ "现有120辆,再购30辆后将达到150辆": what there is, what is bought, and what there is then."""
    is_one = before.sentence == came.sentence == after.sentence and before.role in ("", "result")
    is_added = read_statement_cues().added_before.search(came.before)
    return bool(is_one and is_added and read_statement_cues().has_now.search(read.gap_between(came, after)))


def _adds_to_beginning(before: Item, came: Item, after: Item) -> bool:
    """ "312 at the beginning of the year, 48 came since. | At the end of October there were 380"."""
    is_told = before.sentence == came.sentence == after.sentence - 1 and came.role == "delta"
    return is_told and bool(read_statement_cues().at_first.search(before.before))


def _is_added_in_turn(before: Item, came: Item, after: Item, read: ReadStatement) -> bool:
    """ "They planted 3,500 hectares in 2023 and added 700 in 2024. | The area is now 4,700": alone, and near what they make."""
    is_told = before.sentence == came.sentence == after.sentence - 1 and came.role == "delta" and came.sign > 0
    is_alone = len(read.items_of_sentence(after.sentence)) == 1 and len(read.items_of_sentence(came.sentence)) == 2
    lead = read.text[read.sentences[after.sentence][0] : after.figure.start]
    step = after.figure.value - before.figure.value
    is_near = -came.figure.value <= step <= _FARTHEST * came.figure.value
    return is_told and is_alone and is_near and bool(read_statement_cues().is_now.search(lead))


def _is_concluded(after: Item, read: ReadStatement) -> bool:
    """Whether words say that it is what there is afterwards: "in all", "now has", 总数达."""
    told = read.text[read.sentences[after.sentence][0] : after.figure.start]
    return after.role in ("", "result") and bool(read_statement_cues().has_now.search(told))
