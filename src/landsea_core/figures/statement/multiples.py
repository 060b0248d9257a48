"""Multiples: "three times the", "doubled", 增长两倍, against the two figures they join."""

from landsea_core.figures.cues.statement_cues import statement_cues
from landsea_core.figures.quantities import Interval
from landsea_core.figures.statement.changes import Change
from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.figures.statement.items import Item, Read
from landsea_core.sentences import Sentence

WORD_SLACK = 0.06
"""How far "doubled" may be off."""


def multiple(base: Item, result: Item, said: Item, change: Change, read: Read) -> Outcome | None:
    """ "three times the", "增长两倍" (which adds two to the one), "增长到三倍", "threefold", "three times faster"."""
    inside = said.figure.make_interval()
    adds = bool(statement_cues().up.search(said.before[-14:])) and not statement_cues().grown_to.search(said.before)
    chinese = "倍" in said.figure.text
    readings = [inside]
    if chinese and adds:
        readings = [Interval(inside.low + 1, inside.high + 1)]
    elif not chinese and adds:
        readings.append(Interval(inside.low + 1, inside.high + 1))  # "rose three times" is said for both
    first, last = base.figure.make_interval(), result.figure.make_interval()
    if first.low <= 0:
        return None
    factor = Interval(last.low / first.high, last.high / first.low)
    if statement_cues().quicker.search(said.after) and last.low > 0 and last.high < first.low:  # 3 days after 12
        factor = Interval(first.low / last.high, first.high / last.low)
        readings = [inside, Interval(inside.low + 1, inside.high + 1)]
    slack = WORD_SLACK * said.figure.value if said.figure.step >= 1 else 0.0
    rounded = [
        Interval(r.low + said.figure.step / 2 - slack, r.high - said.figure.step / 2 + slack) if slack else r
        for r in readings
    ]
    words = Sentence(
        "%(result)s is %(right)s times %(base)s, said was %(said)s",
        base=base.figure.print_value(),
        result=result.figure.print_value(),
        right=f"{result.figure.value / base.figure.value:.2f}",
        said=said.figure.text,
    )
    return Outcome(any(factor.meets(r) for r in rounded), Finding("multiple", read.sentence_text(said.sentence), words))


def in_a_word(base: Item, result: Item, word: tuple[float, str, int], read: Read) -> Outcome:
    """Return the outcome of "doubled", 翻番, "halved": `word` is (factor, the word, where it stands)."""
    factor, text, place = word
    lead = read.text[max(0, place - 12) : place].lower()
    low, high = factor * (1 - WORD_SLACK), factor * (1 + WORD_SLACK)
    if statement_cues().word_more_than.search(lead):
        low, high = factor * 0.995, factor * 1.5
    if statement_cues().word_nearly.search(lead):
        low = factor * 0.85
    first, last = base.figure.make_interval(), result.figure.make_interval()
    actual = Interval(last.low / first.high, last.high / first.low) if first.low > 0 else Interval(0, 0)
    words = Sentence(
        "%(result)s is %(right)s times %(base)s, said was “%(said)s”",
        base=base.figure.print_value(),
        result=result.figure.print_value(),
        right=f"{result.figure.value / base.figure.value if base.figure.value else 0:.2f}",
        said=text,
    )
    return Outcome(actual.meets(Interval(low, high)), Finding("multiple", read.sentence_text(result.sentence), words))
