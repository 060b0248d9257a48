"""A part that is told as a share and as an amount: "three quarters of it, 25,000 of 36,000" cannot be."""

import re

from landsea_core.figures.cues.sense_cues import read_sense_cues
from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.quantities import Interval, widen_percentage
from landsea_core.figures.statement.explanations import explain_share
from landsea_core.figures.statement.following.operands import Operands, is_alike
from landsea_core.figures.statement.item import AMOUNT_ROLES, Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution
from landsea_core.text.units.unit import PERCENT, PLAIN, POINTS, TIMES

_BESIDE = re.compile(
    r"\s*(?:of\s+)?(?:(?:it|them|these|those|this|that|the|its|their|all|area|space)\s*)*(?:[a-z]+\s*){0,2},\s*"
    r"(?:(?:or|that is|i\.e\.|namely|which is|in other words|equal to|about|some)\s*,?\s*)*|"
    r"\s*\(|[^\d,，。;]{0,8}[,，]?(?:即|约合|也就是|为|合|约)+|[,，]",
    re.IGNORECASE,
)
""" "Three quarters of the space, | 24,000", 三分之二即|2万: the same part as a share and as an amount."""
_MEANS = re.compile(
    r"\s*(?:that|this|which)\s+(?:is|was|means|meant|makes|made|are|were|came to|comes to)\s*(?:[a-z]+\s*){0,3}$|"
    r"(?:即|也就是|相当于|折合|这就是)约?$",
    re.IGNORECASE,
)
""" "Half of the 86 stalls were taken. That means | 53": the sentence before, told again as an amount."""
_ALL = 100.0


def solve_portion(operands: Operands, read: ReadStatement) -> Solution | None:
    """Return what the only share beside an amount makes of the only whole around it, where both tell the same part."""
    said = operands.said
    if said.unit in (PERCENT, POINTS, TIMES) or said.per or said.figure.bound or said.role not in ("", "result"):
        return None
    shares = [one for one in operands.near if one.unit == PERCENT]
    wholes = [one for one in operands.near if is_alike(one, said) and one.role in AMOUNT_ROLES]
    if len(shares) != 1 or len(wholes) != 1 or said.unit == PLAIN:
        return None
    share, whole = shares[0], wholes[0]
    is_full = share.role in ("", "result", "share") and read_statement_cues().names_fullness.search(share.before)
    if is_full and share.sentence != said.sentence and _tells_holding(said, read):
        return _say(said, whole, share) if whole.figure.value > 0 and not whole.figure.bound else None
    is_share = share.role == "share" or (share.role == "" and share.figure.value < _ALL)
    if not is_share or whole.figure.bound or whole.figure.value <= 0 or not _is_same_part(share, said, read):
        return None
    if read_statement_cues().the_rest.search(read.gap_between(share, said)) or read_sense_cues().names_charge.search(
        share.before
    ):
        return None
    return _say(said, whole, share)


def _tells_holding(said: Item, read: ReadStatement) -> bool:
    """ "It can store 6,000 tonnes and is filled to 80 percent. It now | holds | 5,400": what is in it, as an amount."""
    return bool(
        read_statement_cues().names_holding.search(read.text[read.sentences[said.sentence][0] : said.figure.start])
    )


def _is_same_part(share: Item, said: Item, read: ReadStatement) -> bool:
    """Say whether nothing stands between a share and an amount but words that tell the same part again."""
    if share.sentence == said.sentence:
        return bool(_BESIDE.fullmatch(read.gap_between(share, said)))
    return bool(_MEANS.match(read.text[read.sentences[said.sentence][0] : said.figure.start]))


def _say(part: Item, whole: Item, share: Item) -> Solution:
    inside, around = part.figure.make_interval(), whole.figure.make_interval()
    right = Interval(inside.low / around.high * _ALL, inside.high / around.low * _ALL)
    words = explain_share(part, whole, share.figure.print_value())
    return Solution("share", right, widen_percentage(share.figure), words, (whole, share))
