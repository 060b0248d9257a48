"""Measures, verdicts and checklists as templates draw them: words in the reader's language beside dates and sources."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from landsea.directory.words import GRADES
from landsea.rules import access
from landsea.rules.words import ANSWERS, EFFECTS, KINDS, MODES, STATES, makers_name, reason_words
from landsea_core.rules import Checklist, Finding, Gap, Item, Measure, Reason, Standing, Step


@dataclass(frozen=True)
class Line:
    """A measure in a list. `state` is kind and words for `{% state %}`; `doubts` are sentences."""

    measure: Measure
    kind: str
    effect: str
    maker: str
    state: tuple[str, str]
    why: str = ""
    doubts: tuple[str, ...] = ()
    stale: bool = False

    @property
    def code(self) -> str:
        """The measure's code."""
        return self.measure.code

    @property
    def grade(self) -> str:
        """How sure we are, in words."""
        return str(GRADES[self.measure.grade])

    @property
    def source(self) -> str:
        """Where it is from, short: the site of an address, or the words as they are."""
        return urlsplit(self.measure.source).hostname or self.measure.source


def line_of(measure: Measure, stands: Standing, today: date, why: Reason | None = None) -> Line:
    """A measure with its standing."""
    kind, words = STATES[stands.state]
    return Line(
        measure=measure,
        kind=str(KINDS[measure.kind]),
        effect=str(EFFECTS[measure.effect]),
        maker=makers_name(measure.country),
        state=(kind, str(words)),
        why=reason_words(why) if why else "",
        doubts=tuple(reason_words(Reason(doubt, {"measure": measure.code})) for doubt in stands.doubts),
        stale=access.is_stale(measure, today),
    )


def finding_line(finding: Finding, today: date) -> Line:
    """A finding of the gate."""
    return line_of(finding.measure, finding.standing, today, finding.reason)


@dataclass(frozen=True)
class ShownItem:
    """A requirement with what its keeper noted: `paper` (a row, or None), whether it counts today, whether it is new."""

    item: Item
    paper: object = None
    met: bool = False
    expired: bool = False


@dataclass(frozen=True)
class ShownStep:
    """A step of a checklist."""

    line: Line
    items: tuple[ShownItem, ...]
    offered: bool
    new: bool = False


@dataclass(frozen=True)
class ShownChecklist:
    """A checklist as its page draws it. `forbids` and `unknown` are lines and sentences, `readiness` (n, m)."""

    answer: tuple[str, str] | None
    forbids: tuple[Line, ...]
    steps: tuple[ShownStep, ...]
    unknown: tuple[str, ...]
    set_aside: tuple[Line, ...]
    readiness: tuple[int, int] = (0, 0)


def show(
    found: Checklist, today: date, papers: dict | None = None, new: frozenset[str] = frozenset()
) -> ShownChecklist:
    """Draw a checklist for a reader on `today`; `papers` by key, `new` the codes of measures that changed since."""
    papers = papers or {}
    answer = found.verdict
    met = frozenset(key for key, paper in papers.items() if not _expired(paper, today))
    return ShownChecklist(
        answer=(ANSWERS[answer.answer][0], str(ANSWERS[answer.answer][1])) if answer else None,
        forbids=tuple(finding_line(finding, today) for finding in answer.forbids) if answer else (),
        steps=tuple(_step(step, today, papers, new) for step in found.steps),
        unknown=_unknown(answer.gaps) if answer else (),
        set_aside=tuple(finding_line(finding, today) for finding in answer.set_aside) if answer else (),
        readiness=found.readiness(met),
    )


def _unknown(gaps: tuple[Gap, ...]) -> tuple[str, ...]:
    """What decides first, each sentence once."""
    ordered = sorted(gaps, key=lambda gap: not gap.decides)
    return tuple(dict.fromkeys(reason_words(gap.reason) for gap in ordered))


def _step(step: Step, today: date, papers: dict, new: frozenset[str]) -> ShownStep:
    items = []
    for item in step.items:
        paper = papers.get(item.key)
        expired = paper is not None and _expired(paper, today)
        items.append(ShownItem(item, paper, paper is not None and not expired, expired))
    code = step.measure.code
    return ShownStep(line_of(step.measure, step.standing, today), tuple(items), step.offered, code in new)


def _expired(paper, today: date) -> bool:
    return paper.expires_on is not None and paper.expires_on < today


def ways_of(measure: Measure) -> str:
    """The ways of carriage that a measure names, in words."""
    return ", ".join(str(MODES[mode]) for mode in MODES if mode in measure.scope.modes)
