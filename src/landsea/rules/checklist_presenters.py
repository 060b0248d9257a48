"""A checklist as templates draw it: verdict, steps, papers, and what is not known."""

from dataclasses import dataclass
from datetime import date

from landsea.rules.labels import NOT_LOOKED_AT, answer_words, say_not_looked_at, say_reason
from landsea.rules.presenters import MeasureLine, shape_finding, shape_measure
from landsea_core.rules import (
    Checklist,
    ChecklistEntry,
    ChecklistItem,
    KnowledgeGap,
)


@dataclass(frozen=True)
class ShownItem:
    """A requirement with what its keeper noted: `paper` (a row, or None), whether it counts today, whether it is new."""

    item: ChecklistItem
    paper: object = None
    met: bool = False
    expired: bool = False


@dataclass(frozen=True)
class ShownStep:
    """A step of a checklist."""

    line: MeasureLine
    items: tuple[ShownItem, ...]
    offered: bool
    new: bool = False


@dataclass(frozen=True)
class ShownChecklist:
    """A checklist as its page draws it. `forbids` and `unknown` are lines and sentences, `readiness` (n, m), `not_looked_at`
    the sentence that belongs to the answer."""

    answer: tuple[str, str] | None
    forbids: tuple[MeasureLine, ...]
    steps: tuple[ShownStep, ...]
    unknown: tuple[str, ...]
    set_aside: tuple[MeasureLine, ...]
    readiness: tuple[int, int] = (0, 0)
    not_looked_at: str = ""


def show_checklist(
    found: Checklist, today: date, papers: dict | None = None, new: frozenset[str] = frozenset()
) -> ShownChecklist:
    """Draw a checklist for a reader on `today`; `papers` by key, `new` the codes of measures that changed since."""
    papers = papers or {}
    answer = found.verdict
    met = frozenset(key for key, paper in papers.items() if not _is_expired(paper, today))
    return ShownChecklist(
        answer=answer_words(answer) if answer else None,
        forbids=tuple(shape_finding(finding, today) for finding in answer.forbids) if answer else (),
        steps=tuple(_show_step(step, today, papers, new) for step in found.entries),
        unknown=_unknown_sentences(answer.gaps) if answer else (),
        set_aside=tuple(shape_finding(finding, today) for finding in answer.set_aside) if answer else (),
        readiness=found.readiness(met),
        not_looked_at=say_not_looked_at(answer) if answer else "",
    )


def _unknown_sentences(gaps: tuple[KnowledgeGap, ...]) -> tuple[str, ...]:
    """Return what decides first, each sentence once; what was not looked at stands with the answer instead."""
    ordered = sorted((gap for gap in gaps if gap.reason.code != NOT_LOOKED_AT), key=lambda gap: not gap.decides)
    return tuple(dict.fromkeys(say_reason(gap.reason) for gap in ordered))


def _show_step(step: ChecklistEntry, today: date, papers: dict, new: frozenset[str]) -> ShownStep:
    items = []
    for item in step.items:
        paper = papers.get(item.key)
        expired = paper is not None and _is_expired(paper, today)
        items.append(ShownItem(item, paper, paper is not None and not expired, expired))
    code = step.measure.code
    return ShownStep(shape_measure(step.measure, step.standing, today), tuple(items), step.offered, code in new)


def _is_expired(paper, today: date) -> bool:
    return paper.expires_on is not None and paper.expires_on < today
