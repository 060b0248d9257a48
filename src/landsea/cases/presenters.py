"""A case as pages show it: rows and codes turned into the components' plain shapes, in the reader's language.

What may be shown was decided by `access`; here nothing is looked up that was not handed in.
"""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from django.utils.translation import get_language, gettext

from landsea.base.ui import shapes
from landsea.base.ui.countries import name_country
from landsea.base.ui.reader import name_zone_city
from landsea.cases.labels import OUTCOMES, STATES, STEPS
from landsea.cases.models import Case, StepRecord
from landsea.directory.models.names import name_in
from landsea_core.caseflow import State, Step

ORDER = (Step.ADMIT, Step.ACCEPT, Step.ANSWER, Step.SOLVE, Step.CONFIRM)


def find_zone(case: Case) -> ZoneInfo:
    """Return the zone of the accountable desk."""
    return ZoneInfo(case.desk.office.time_zone)


def name_desk_place(desk) -> str:
    """Where the desk's clock hangs, in the reader's language: its place, else its country."""
    language, office = get_language() or "en", desk.office
    return name_in(office.place.names, language) if office.place else name_country(office.calendar_country, language)


def describe_calendar(label: str) -> str:
    """Return the calendar of a deadline ("CN Asia/Shanghai") as country and city of its clock, for the reader."""
    language = get_language() or "en"
    country, _space, zone = label.partition(" ")
    country, _dash, subdivision = country.partition("-")
    city = name_zone_city(zone, language) if zone else ""
    finer = ", ".join(filter(None, (subdivision, city)))
    return f"{name_country(country, language)} ({finer})" if finer else name_country(country, language)


def name_desk(desk) -> str:
    """Return the desk with its office, in the reader's language."""
    language = get_language() or "en"
    office, own = name_in(desk.office.names, language), name_in(desk.names, language)
    return own if office in own else f"{office}: {own}"


def state_words(case: Case) -> tuple[str, str]:
    """Return (kind, words) of where the case stands; the kind is one of the components' state kinds."""
    if case.merged_into_id:
        return "done", gettext("merged into another case")
    if case.state == State.CLOSED:
        return "done", str(OUTCOMES[case.outcome])
    if case.paused_at:
        return "waits", gettext("waiting for the filer; the clock is paused")
    if case.silent_since:
        return "silent", _silence_words(case)
    return "open", str(STATES[case.state])


def _silence_words(case: Case) -> str:
    """Return what a passed deadline means: a desk that answered and has no solution yet has not been silent."""
    if case.step == Step.SOLVE:
        return gettext("no solution in time")
    return gettext("unanswered: the deadline passed in silence")


def step_line(case: Case, records: Iterable[StepRecord], *, to_filer: bool = False) -> list[shapes.Step]:
    """Return the line of steps: when each was done or is due; `to_filer` for those whose word the last one is.

    A step that came round again shows its latest turn; one that
    was passed over, because a desk accepted before anybody had admitted the case, was done by the act that ended the one
    before it.
    """
    latest = {record.step: record for record in sorted(records, key=lambda record: record.began_at)}
    line = [shapes.Step(gettext("filed"), "done", case.filed_at)]
    here = ORDER.index(case.step) if case.step else len(ORDER)
    ended = case.filed_at
    for number, step in enumerate(ORDER):
        record, name = latest.get(step), _name_step(step, to_filer)
        if case.state == State.CLOSED and (record is None or number > _last_step(latest)):
            continue
        if record is None and number < here:
            line.append(shapes.Step(name, "done", ended))
        elif record is None or number > here:
            line.append(shapes.Step(name, "ahead"))
        elif number == here:
            line.append(_running_step(case, record, name))
        else:
            ended = record.ended_at
            line.append(shapes.Step(name, "done", ended))
    if case.state == State.CLOSED:
        line.append(shapes.Step(state_words(case)[1], "done", case.closed_at))
    return line


def _name_step(step: Step, to_filer: bool) -> str:
    return gettext("the filer's confirmation") if step is Step.CONFIRM and not to_filer else str(STEPS[step])


def _last_step(latest: dict) -> int:
    return max((ORDER.index(step) for step in latest), default=-1)


def _running_step(case: Case, record: StepRecord, name: str) -> shapes.Step:
    if case.paused_at:
        return shapes.Step(name, "paused", note=gettext("The clock is paused until the filer replies."))
    if case.silent_since:
        missed = gettext("No solution in time.") if case.step == Step.SOLVE else gettext("Nobody answered in time.")
        return shapes.Step(name, "late", case.due_at, missed)
    note = gettext("may move: some holidays are not official yet") if record.predicted else ""
    return shapes.Step(name, "here", record.due_at, note)
