"""What happened to rules by their own dates: announced, begun, suspended, working again, ended, replaced. No clock.

When a row came into the book says nothing about the rule. Example: a ban announced on 1 March that begins on 1 June and ends
on 31 August has three events, whatever day somebody wrote it down.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from landsea_core.rules.book import Book
from landsea_core.rules.days import PartialDay
from landsea_core.rules.model import Measure
from landsea_core.sentences import Sentence


class RuleEventKind(StrEnum):
    """What happened, or will happen, to a rule on a day."""

    ANNOUNCED = "announced"
    BEGINS = "begins"
    SUSPENDED = "suspended"
    WORKS_AGAIN = "works_again"
    ENDS = "ends"
    REPLACED = "replaced"


SENTENCES = {
    RuleEventKind.ANNOUNCED: Sentence("It was announced."),
    RuleEventKind.BEGINS: Sentence("It begins."),
    RuleEventKind.SUSPENDED: Sentence("It is suspended from this day."),
    RuleEventKind.WORKS_AGAIN: Sentence("Its suspension ends with this day."),
    RuleEventKind.ENDS: Sentence("Its last day."),
    RuleEventKind.REPLACED: Sentence("Its last day; %(by)s takes its place."),
}


@dataclass(frozen=True, slots=True)
class RuleEvent:
    """One event. `day`: as the act gives it, perhaps a month or a year only. `by`: the code of what takes the rule's place."""

    measure: Measure
    kind: RuleEventKind
    day: PartialDay
    by: str = ""

    @property
    def key(self) -> str:
        """What tells it from every other event; it stays the same while the rule's date does."""
        return f"{self.measure.code}:{self.kind}:{self.day.text}"

    @property
    def earliest(self) -> date:
        """The first day that it can mean."""
        return self.day.earliest or date.min

    def explain(self) -> Sentence:
        """Return the sentence that says it."""
        return SENTENCES[self.kind].fill(by=self.by) if self.by else SENTENCES[self.kind]


def list_events(book: Book) -> list[RuleEvent]:
    """Return every event of all rules in their latest version whose day is known, the latest day first."""
    events = [event for measure in book.by_code.values() for event in _events_of(measure)]
    return sorted(events, key=lambda one: (one.earliest, one.key), reverse=True)


def list_past(events: Iterable[RuleEvent], day: date) -> list[RuleEvent]:
    """Return the events that can have happened by `day`, in the order given."""
    return [event for event in events if event.earliest <= day]


def list_coming(events: Iterable[RuleEvent], day: date) -> list[RuleEvent]:
    """Return the events after `day`, the nearest first; what was announced is none of them."""
    coming = [one for one in events if one.earliest > day and one.kind is not RuleEventKind.ANNOUNCED]
    return sorted(coming, key=lambda one: (one.earliest, one.key))


def _events_of(measure: Measure) -> Iterator[RuleEvent]:
    life = measure.life
    if life.announced.known:
        yield RuleEvent(measure, RuleEventKind.ANNOUNCED, life.announced)
    if life.in_force.known:
        yield RuleEvent(measure, RuleEventKind.BEGINS, life.in_force)
    for one in life.suspensions:
        if one.first.known:
            yield RuleEvent(measure, RuleEventKind.SUSPENDED, one.first)
        if one.last.known:
            yield RuleEvent(measure, RuleEventKind.WORKS_AGAIN, one.last)
    if life.last_day.known:
        kind = RuleEventKind.REPLACED if life.replaced_by else RuleEventKind.ENDS
        yield RuleEvent(measure, kind, life.last_day, life.replaced_by)
