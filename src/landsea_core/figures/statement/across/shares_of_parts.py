"""A share that a sentence gives of the part and the whole that the sentence before names."""

from collections.abc import Iterator

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.flows import list_counted
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.share_pairs import JOINS
from landsea_core.figures.statement.shares import compare_share
from landsea_core.figures.statement.subjects import Subject, may_be_compared, read_own_subject, read_subject
from landsea_core.text.units.unit import PERCENT


def check_shares_of_parts(read: ReadStatement) -> Iterator[Outcome]:
    """Yield whether a share fits: "4 million tonnes of coal, of which 1.6 from Indonesia. Indonesian coal is 55 %" does not."""
    for number in range(1, len(read.sentences)):
        here = read.items_of_sentence(number)
        shares = [item for item in here if item.unit == PERCENT and _may_be_share(item)]
        pair = _find_part_and_whole(number - 1, read)
        if pair is None or len(shares) != 1 or len(here) != 1:
            continue
        if _is_share_of(shares[0], pair[0], read):
            yield compare_share(*pair, shares[0], read)


def _may_be_share(item: Item) -> bool:
    is_reached = item.role == "result" and read_statement_cues().share_before.search(item.before)
    return item.role in ("share", "") or bool(is_reached)


def _find_part_and_whole(number: int, read: ReadStatement) -> tuple[Item, Item] | None:
    """Return (part, whole) when a sentence has two amounts of one unit and says that one is of the other."""
    amounts = list_counted(read.items_of_sentence(number))
    if len(amounts) != 2 or amounts[0].unit.kind != amounts[1].unit.kind:
        return None
    whole, part = amounts
    cues = read_statement_cues()
    gap = read.gap_between(whole, part)
    if gap.strip().lower() in JOINS:
        return (whole, part) if whole.figure.value < part.figure.value else None
    says_of = cues.of_which.search(gap) or cues.of_these.search(gap) or cues.of_all.search(whole.before)
    return (part, whole) if says_of and part.figure.value < whole.figure.value else None


def _is_share_of(share: Item, part: Item, read: ReadStatement) -> bool:
    """Say whether a share is of that part: it names the same place or goods, and nothing that tells them apart."""
    said, own, whole_of = read_own_subject(share), read_own_subject(part), read_subject(part, read)
    is_that = read_statement_cues().names_that.search(read.lower_sentence(share.sentence))
    return may_be_compared(said, whole_of) and (_names_again(said, own) or bool(is_that))


def _names_again(said: Subject, own: Subject) -> bool:
    return any(said.get(part, frozenset()) & own.get(part, frozenset()) for part in ("place", "flow", "way"))
