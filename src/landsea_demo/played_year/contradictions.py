"""Looks for what cannot be in a played year: things said before their case was filed or by an office that was closed, an end
without an answer, a place in another country, a meeting on a day on which its hosts do not work.
"""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from landsea.barriers.models import Barrier
from landsea.cases.models import Case, CommonAnswer, Message
from landsea.dialogues.models import ActionItem, Dialogue
from landsea.directory.office_calendars import make_calendar_of_office
from landsea.experiences.models import Experience
from landsea_core.caseflow import Lane
from landsea_core.clock import find_open_state, get_calendar
from landsea_demo.played_year.office_hours import has_duty

OF_DESKS = ("answer", "ask_filer", "propose_outcome", "name_right_desk", "hand_on")
HOSTS = ("CN", "VN")
"""The countries whose desks chair the dialogues of the played year."""


def find_contradictions(now: datetime) -> list[str]:
    """Return a line for everything in the invented year that cannot have been so; `now` (aware) is its end."""
    return [
        *_in_cases(now),
        *_in_messages(now),
        *_of_closed_offices(),
        *_in_meetings(),
        *_in_barriers(),
    ]


def _in_cases(now: datetime) -> Iterator[str]:
    for case in Case.objects.filter(is_demo=True).select_related("place"):
        if case.filed_at > now:
            yield f"{case.ref} is filed in the future"
        if case.closed_at and not case.filed_at < case.closed_at <= now:
            yield f"{case.ref} is closed before it was filed, or in the future"
        if case.place and case.place.country != case.country:
            yield f"{case.ref} is at {case.place.code}, which is not in {case.country}"
        if "{" in case.text or "}" in case.text:
            yield f"{case.ref} has a word in braces"


def _in_messages(now: datetime) -> Iterator[str]:
    messages = Message.objects.filter(case__is_demo=True).order_by("case", "created_at", "pk").select_related("case")
    acts: dict[int, list[str]] = {}
    common = set(CommonAnswer.objects.exclude(outcome="").values_list("body", flat=True))
    for one in messages:
        before = acts.setdefault(one.case_id, [])
        ref = one.case.ref
        if not one.case.filed_at <= one.created_at <= now:
            yield f"{ref}: {one.act} was written before it was filed, or in the future"
        if one.case.closed_at and one.created_at > one.case.closed_at:
            yield f"{ref}: {one.act} was written after it was closed"
        answered = one.body in common or {"answer", "propose_outcome"} & set(before)
        if one.act == "propose_outcome" and not answered:
            yield f"{ref}: it ends without an answer"
        if one.act in ("confirm", "dispute") and "propose_outcome" not in before:
            yield f"{ref}: {one.act} of an outcome that nobody proposed"
        if one.act == "reply" and "ask_filer" not in before:
            yield f"{ref}: a reply to nothing"
        if "{" in one.body:
            yield f"{ref}: {one.act} has a word in braces"
        before.append(one.act)


def _of_closed_offices() -> Iterator[str]:
    """Yield what desks said while their office was closed and nobody on duty answered for an urgent case."""
    said = Message.objects.filter(case__is_demo=True, act__in=OF_DESKS, desk__isnull=False)
    for one in said.select_related("case", "desk__office__place"):
        if one.case.lane == Lane.URGENT and has_duty(one.desk):
            continue
        state = find_open_state(make_calendar_of_office(one.desk.office), one.created_at)
        if not state.open:
            yield f"{one.case.ref}: {one.act} by {one.desk.code}, which was closed ({state.reason}, {one.created_at:%a %H:%M})"


def _in_meetings() -> Iterator[str]:
    for dialogue in Dialogue.objects.filter(is_demo=True):
        for country in HOSTS:
            day = dialogue.starts_at.astimezone(ZoneInfo("Asia/Shanghai")).date()
            if not get_calendar(country).day(day).working:
                yield f"{dialogue.titles.get('en')} is on {day:%A %Y-%m-%d}, when {country} does not work"
    for promise in ActionItem.objects.filter(line__dialogue__is_demo=True).select_related("line__dialogue"):
        if promise.agreed_at and promise.agreed_at < promise.line.dialogue.starts_at:
            yield f"a promise of {promise.line.dialogue_id} was agreed before its meeting"


def _in_barriers() -> Iterator[str]:
    for barrier in Barrier.objects.filter(is_demo=True):
        first = barrier.members.order_by("case__filed_at").first()
        if first and first.case.filed_at > barrier.opened_at:
            yield f"barrier {barrier.pk} was opened before its first case"
        if barrier.closed_at and barrier.closed_at < barrier.opened_at:
            yield f"barrier {barrier.pk} was closed before it was opened"
    for one in Experience.objects.filter(is_demo=True, case__isnull=False, published_at__isnull=False):
        if one.case.closed_at is None or one.case.closed_at > one.published_at:
            yield f"experience {one.pk} was published before its case ended"
