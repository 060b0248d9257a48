"""What changed between two versions of a measure, in sentences that a trader can read."""

from collections.abc import Iterable, Iterator

from landsea_core.rules.model import Measure, Requirement
from landsea_core.rules.reasons import MeasureReason
from landsea_core.sentences import Sentence

SENTENCES = {
    "new_measure": Sentence("This rule is new here: %(title)s."),
    "requirement_added": Sentence("Now also needed: %(what)s"),
    "requirement_dropped": Sentence("No longer needed: %(what)s"),
    "requirement_who": Sentence("%(what)s It is now issued by %(after)s (before: %(before)s)."),
    "requirement_lead_time": Sentence("%(what)s It now takes %(after)s (before: %(before)s)."),
    "requirement_cost": Sentence("%(what)s It now costs %(after)s (before: %(before)s)."),
    "requirement_validity": Sentence("%(what)s It is now valid for %(after)s (before: %(before)s)."),
    "in_force": Sentence("It begins on %(after)s (before: %(before)s)."),
    "last_day": Sentence("Its last day is %(after)s (before: %(before)s)."),
    "announced": Sentence("It was announced on %(after)s (before: %(before)s)."),
    "pending": Sentence("It is only drafted or announced, not in force yet."),
    "pending_no_more": Sentence("It is more than a draft or an announcement now."),
    "replaced_by": Sentence("It is replaced by %(after)s (before: %(before)s)."),
    "suspended": Sentence("It is suspended from %(first)s to %(last)s."),
    "suspension_dropped": Sentence("It is no longer suspended from %(first)s to %(last)s."),
    "effect": Sentence("What it does changed: it %(after)s (before: it %(before)s)."),
    "hs": Sentence("Goods: now HS %(after)s (before: %(before)s)."),
    "goods": Sentence("Goods of these codes: now %(after)s (before: %(before)s)."),
    "exception": Sentence("It stops only the goods that it names; others of these codes are judged by other rules."),
    "exception_no_more": Sentence("The goods that it names are no exception among these codes any more."),
    "origin": Sentence("Origin: now %(after)s (before: %(before)s)."),
    "destination": Sentence("Destination: now %(after)s (before: %(before)s)."),
    "path": Sentence("Countries on the way: now %(after)s (before: %(before)s)."),
    "borders": Sentence("Borders: now %(after)s (before: %(before)s)."),
    "modes": Sentence("Ways of carriage: now %(after)s (before: %(before)s)."),
    "places": Sentence("Places: now %(after)s (before: %(before)s)."),
    "conditions": Sentence("State of the goods: now %(after)s (before: %(before)s)."),
    "complete_now": Sentence("The list is now held to be complete: what it does not name is forbidden."),
    "complete_no_more": Sentence("The list is no longer held to be complete: what it does not name is not known."),
    "title": Sentence("It is now called: %(after)s (before: %(before)s)."),
    "legal_act": Sentence("Legal act: now %(after)s (before: %(before)s)."),
    "authority": Sentence("Authority: now %(after)s (before: %(before)s)."),
    "summary": Sentence("The summary was rewritten: %(after)s"),
    "source": Sentence("The source is now %(after)s (grade %(grade)s)."),
    "note": Sentence("Remark: %(after)s"),
    "regraded": Sentence("How sure we are of it was written anew; nothing in the rule changed."),
    "looked_at_again": Sentence("Only looked at again on %(after)s; nothing in the rule changed."),
}
"""Code of a change -> the sentence that says it."""

NOTHING = "-"
"""What stands for an open or unknown value."""


def explain_change(change: MeasureReason) -> Sentence:
    """Return the sentence that says a change. Raises KeyError for a code that is no change."""
    return SENTENCES[change.code].fill(**change.values)


def list_changes(before: Measure | None, after: Measure) -> list[MeasureReason]:
    """The changes, the most practical first: dates, requirements, scope, then names and sources."""
    if before is None:
        return [MeasureReason("new_measure", {"title": after.title})]
    changes = [
        *_compare_lives(before, after),
        *_compare_requirements(before.requirements, after.requirements),
        *_compare_scopes(before, after),
        *_compare_texts(before, after),
    ]
    if not changes and before.checked != after.checked:
        changes.append(MeasureReason("looked_at_again", {"after": after.checked}))
    return changes


def _compare_values(code: str, before: str, after: str) -> Iterator[MeasureReason]:
    if before != after:
        yield MeasureReason(code, {"before": before or NOTHING, "after": after or NOTHING})


def _compare_lives(before: Measure, after: Measure) -> Iterator[MeasureReason]:
    for name in ("in_force", "last_day", "announced"):
        yield from _compare_values(name, getattr(before.life, name).text, getattr(after.life, name).text)
    if before.life.pending != after.life.pending:
        yield MeasureReason("pending" if after.life.pending else "pending_no_more")
    yield from _compare_values("replaced_by", before.life.replaced_by, after.life.replaced_by)
    ours, theirs = ({(one.first.text, one.last.text) for one in life.suspensions} for life in (after.life, before.life))
    for code, spans in (("suspended", ours - theirs), ("suspension_dropped", theirs - ours)):
        for first, last in sorted(spans):
            yield MeasureReason(code, {"first": first, "last": last or NOTHING})
    yield from _compare_values("effect", str(before.effect), str(after.effect))


def _compare_requirements(before: Iterable[Requirement], after: Iterable[Requirement]) -> Iterator[MeasureReason]:
    old = {one.what: one for one in before}
    new = {one.what: one for one in after}
    yield from (MeasureReason("requirement_added", {"what": what}) for what in new if what not in old)
    yield from (MeasureReason("requirement_dropped", {"what": what}) for what in old if what not in new)
    for what, one in new.items():
        if what not in old:
            continue
        for name in ("who", "lead_time", "cost", "validity"):
            for change in _compare_values(f"requirement_{name}", getattr(old[what], name), getattr(one, name)):
                yield MeasureReason(change.code, {**change.values, "what": what})


def _compare_scopes(before: Measure, after: Measure) -> Iterator[MeasureReason]:
    for name in ("hs", "origin", "destination", "path", "borders", "modes", "places", "conditions"):
        ours, theirs = (", ".join(sorted(getattr(one.scope, name))) for one in (after, before))
        yield from _compare_values(name, theirs, ours)
    yield from _compare_values("goods", before.scope.goods, after.scope.goods)
    if before.scope.exception != after.scope.exception:
        yield MeasureReason("exception" if after.scope.exception else "exception_no_more")
    if before.complete != after.complete:
        yield MeasureReason("complete_now" if after.complete else "complete_no_more")


def _compare_texts(before: Measure, after: Measure) -> Iterator[MeasureReason]:
    for name in ("title", "legal_act", "authority", "summary"):
        yield from _compare_values(name, getattr(before, name), getattr(after, name))
    if before.to_confirm != after.to_confirm or (before.grade != after.grade and before.source == after.source):
        yield MeasureReason("regraded")
    else:
        yield from _compare_values("note", before.note, after.note)
    if before.source != after.source:
        yield MeasureReason("source", {"after": after.source, "grade": after.grade})
