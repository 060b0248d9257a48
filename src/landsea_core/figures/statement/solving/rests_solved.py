"""What is left of a whole when some of it is told: "of 900 files 640 are approved; the other 360 are examined" cannot be."""

from landsea_core.figures.cues.statement_cues import statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.common_sense.nearby import clause_before, clause_behind, list_around
from landsea_core.figures.statement.explanations import explain_share
from landsea_core.figures.statement.following.operands import Operands, is_alike
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.solution import Solution
from landsea_core.sentences import Sentence
from landsea_core.text.units.unit import PERCENT, POINTS, TIMES

_MOST_PARTS = 4


def solve_rest(operands: Operands, read: ReadStatement) -> Solution | None:
    """Return what is left of the first and largest of the figures before one that words call all the others."""
    said = operands.said
    if said.unit in (PERCENT, POINTS, TIMES) or said.per or said.figure.bound or said.role not in ("", "result"):
        return None
    cues = statement_cues()
    if not cues.rest_before.search(clause_before(said)) and not cues.rest_behind.match(clause_behind(said)):
        return None
    around = [one for one in list_around(read, said.sentence, before=2) if one.figure.end <= said.figure.start]
    alike = [one for one in around if is_alike(one, said)]
    if len(alike) == 1:
        return _solve_unpaid(alike[0], around, said, read)
    if not 2 <= len(alike) <= _MOST_PARTS + 1 or said.sentence - alike[-1].sentence > 1:
        return None
    whole, *parts = alike
    is_one = whole.sentence == said.sentence
    if whole.role == "base" and not is_one:
        return None  # "last year 150; this year 110": two times; but "last year it had 150, settled 110" is one
    return _say(whole, parts, said) if _are_parts(whole, parts, said, read) else None


def _solve_unpaid(whole: Item, around: list[Item], said: Item, read: ReadStatement) -> Solution | None:
    """ "30 percent of the 80,000 were paid in advance. The other | 66,000 fall due" cannot be: what a percentage leaves."""
    percents = [one for one in around if one.unit == PERCENT]
    is_sure = len(percents) == 1 and percents[0].role in ("", "share") and not percents[0].figure.bound
    if not is_sure or whole.figure.bound or whole.role not in ("", "result") or whole.figure.value <= said.figure.value:
        return None
    text = read.text[whole.figure.end : said.figure.start]
    is_named = statement_cues().rest_before.search(clause_before(said)) and not statement_cues().of_these.search(text)
    if statement_cues().arrives_anew.search(text) or not is_named:
        return None
    part, around_whole = percents[0].figure.make_interval().scale(0.01), whole.figure.make_interval()
    right = Interval(around_whole.low * (1 - part.high), around_whole.high * (1 - part.low))
    words = explain_share(said, whole, f"100 % − {percents[0].figure.print_value()}")
    return Solution("share", right, said.figure.make_interval(), words, (whole, percents[0]))


def _are_parts(whole: Item, parts: list[Item], said: Item, read: ReadStatement) -> bool:
    """Say whether figures are plain parts of a whole, each told once, and nothing came to it meanwhile."""
    if any(one.role in ("base", "delta") for one in parts) or any(one.figure.bound for one in (whole, *parts)):
        return False
    cues, text = statement_cues(), read.text[parts[0].figure.start : read.sentences[said.sentence][1]]
    if any(cues.is_qualified.search(clause_behind(one)) for one in parts):
        return False
    is_nested = bool(cues.of_which.search(text)) and len(parts) > 1
    is_open = is_nested or cues.arrives_anew.search(text) or cues.overlap.search(text)
    return not is_open and whole.figure.value > sum(one.figure.value for one in parts)


def _say(whole: Item, parts: list[Item], said: Item) -> Solution:
    inside = [one.figure.make_interval() for one in parts]
    around = whole.figure.make_interval()
    right = Interval(around.low - sum(one.high for one in inside), around.high - sum(one.low for one in inside))
    made = sum(one.figure.value for one in (*parts, said))
    words = Sentence(
        "%(parts)s make %(right)s, said was %(whole)s",
        parts=" + ".join(one.figure.print_value() for one in (*parts, said)),
        right=whole.figure.print_value(made),
        whole=whole.figure.print_value(),
    )
    return Solution("sum", right, said.figure.make_interval(), words, (whole, *parts))
