"""Measures, verdicts and checklists as templates draw them: words in the reader's language beside dates and sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsea.base.ui import times
from landsea.base.ui.shapes import Citation
from landsea.directory.labels import GRADES
from landsea.rules import access
from landsea.rules.facts import measure_of
from landsea.rules.wording import in_words
from landsea.rules.words import ANSWERS, EFFECTS, KINDS, MODES, STATES, makers_name, reason_words
from landsea_core.rules import (
    Book,
    Checklist,
    ChecklistEntry,
    ChecklistItem,
    GateFinding,
    KnowledgeGap,
    Measure,
    MeasureReason,
    Standing,
)


@dataclass(frozen=True)
class Line:
    """A measure in a list. `state` is kind and words for `{% state %}`; `doubts` are sentences, `more_doubts` those beside a
    start that was not found, which a list says in its own words.
    """

    measure: Measure
    kind: str
    effect: str
    maker: str
    state: tuple[str, str]
    why: str = ""
    doubts: tuple[str, ...] = ()
    more_doubts: tuple[str, ...] = ()
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


def line_of(measure: Measure, stands: Standing, today: date, why: MeasureReason | None = None) -> Line:
    """A measure with its standing."""
    kind, words = STATES[stands.state]
    return Line(
        measure=measure,
        kind=str(KINDS[measure.kind]),
        effect=str(EFFECTS[measure.effect]),
        maker=makers_name(measure.country),
        state=(kind, str(words)),
        why=reason_words(why) if why else "",
        doubts=tuple(_doubt(doubt, measure) for doubt in stands.doubts),
        more_doubts=tuple(_doubt(doubt, measure) for doubt in stands.doubts if doubt != "start_not_found"),
        stale=access.is_stale(measure, today),
    )


def _doubt(doubt: str, measure: Measure) -> str:
    return reason_words(MeasureReason(doubt, {"measure": measure.code}))


def finding_line(finding: GateFinding, today: date) -> Line:
    """A finding of the gate."""
    return line_of(finding.measure, finding.standing, today, finding.reason)


MOST_OFFERED = 8
MOST_FOUND = 20


@dataclass(frozen=True)
class Pick:
    """A measure that an answer may cite, whether it is picked, and whether it was found by words."""

    line: Line
    picked: bool = False
    searched: bool = False


def picks(*, about: dict, words: str, picked: Iterable[str], today: date) -> list[Pick]:
    """What stands in the picker of an answer: first what is picked, then what fits the case (`about`: the arguments of
    `measures_for_case`), then what was found by words.
    """
    book = access.book()
    chosen = [book.by_code[code] for code in dict.fromkeys(picked) if code in book.by_code]
    fitting = [rule for rule, _stands in access.measures_for_case(**about, day=today)][:MOST_OFFERED]
    by_words = access.found(access.Wanted(words), book)[:MOST_FOUND] if words.strip() else []
    ordered = {rule.code: Pick(_plain(book, rule, today), picked=True) for rule in chosen}
    for rule in fitting:
        ordered.setdefault(rule.code, Pick(_plain(book, rule, today)))
    for rule in by_words:
        ordered.setdefault(rule.code, Pick(_plain(book, rule, today), searched=True))
    return list(ordered.values())


def _plain(book: Book, rule: Measure, today: date) -> Line:
    return line_of(rule, book.standing(rule, today), today)


def citations(cites: Iterable[access.Cite]) -> dict[access.Cite, Citation]:
    """What answers cite, as messages show it: the measure as it was cited, and whether it says something else by now."""
    return {cite: _citation(one) for cite, one in access.cited(cites).items()}


def _citation(one: access.Cited) -> Citation:
    rule, version = measure_of(one.version), one.version
    known = timezone.localdate(version.published_at).isoformat()
    page = reverse("measure", args=[rule.code])
    begins = _("since %(day)s") % {"day": rule.life.in_force.text} if rule.life.in_force.text else _("start not found")
    facts = (rule.legal_act, makers_name(rule.country), begins, str(GRADES[rule.grade]))
    changed = ""
    if one.newest is None:
        changed = _("withdrawn since")
    elif one.changed:
        at = timezone.localtime(one.newest.published_at)
        day = times.date_words(at, get_language() or "en")
        changed = _("changed since, on %(day)s") % {"day": day}
    link = rule.source if rule.source.startswith(("http://", "https://")) else ""
    return Citation(
        title=f"{rule.code} {in_words(rule.title)}",
        url=f"{page}?known={known}" if one.changed else page,
        facts=" · ".join(facts),
        source=urlsplit(rule.source).hostname or rule.source,
        source_url=link,
        changed=changed,
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
        steps=tuple(_step(step, today, papers, new) for step in found.entries),
        unknown=_unknown(answer.gaps) if answer else (),
        set_aside=tuple(finding_line(finding, today) for finding in answer.set_aside) if answer else (),
        readiness=found.readiness(met),
    )


def _unknown(gaps: tuple[KnowledgeGap, ...]) -> tuple[str, ...]:
    """What decides first, each sentence once."""
    ordered = sorted(gaps, key=lambda gap: not gap.decides)
    return tuple(dict.fromkeys(reason_words(gap.reason) for gap in ordered))


def _step(step: ChecklistEntry, today: date, papers: dict, new: frozenset[str]) -> ShownStep:
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
