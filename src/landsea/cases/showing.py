"""A case as pages show it: rows and codes turned into the components' plain shapes, in the reader's language.

What may be shown was decided by `access`; here nothing is looked up that was not handed in.
"""

from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from django.utils.translation import get_language, gettext

from landsea.base.ui import shapes
from landsea.base.ui.countries import country_name
from landsea.base.ui.reader import zone_city
from landsea.cases.models import Case, CaseFile, Message, StepRecord
from landsea.cases.words import OUTCOMES, STATES, STEPS
from landsea.directory.models.names import name_in
from landsea.rules.citation_presenters import show_citations
from landsea_core.caseflow import MessageKind, Side, State, Step

ORDER = (Step.ADMIT, Step.ACCEPT, Step.ANSWER, Step.SOLVE, Step.CONFIRM)
AUDIENCE = {MessageKind.ALL: "all", MessageKind.OFFICES: "offices", MessageKind.INTERNAL: "ourselves"}


def zone_of(case: Case) -> ZoneInfo:
    """The zone of the accountable desk."""
    return ZoneInfo(case.desk.office.time_zone)


def desk_place(desk) -> str:
    """Where the desk's clock hangs, in the reader's language: its place, else its country."""
    language, office = get_language() or "en", desk.office
    return name_in(office.place.names, language) if office.place else country_name(office.calendar_country, language)


def calendar_words(label: str) -> str:
    """Return the calendar of a deadline ("CN Asia/Shanghai") as country and city of its clock, for the reader."""
    language = get_language() or "en"
    country, _space, zone = label.partition(" ")
    country, _dash, subdivision = country.partition("-")
    city = zone_city(zone, language) if zone else ""
    finer = ", ".join(filter(None, (subdivision, city)))
    return f"{country_name(country, language)} ({finer})" if finer else country_name(country, language)


def desk_name(desk) -> str:
    """The desk with its office, in the reader's language."""
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
        return "waits", gettext("waiting for the filer; the clock stands")
    if case.silent_since:
        return "silent", gettext("unanswered: the deadline passed in silence")
    return "open", str(STATES[case.state])


def step_line(case: Case, records: Iterable[StepRecord]) -> list[shapes.Step]:
    """Return the line of steps: when each was done or is due. A step that came round again shows its latest turn; one that
    was passed over, because a desk accepted before anybody had admitted the case, was done by the act that ended the one
    before it.
    """
    latest = {record.step: record for record in sorted(records, key=lambda record: record.began_at)}
    line = [shapes.Step(gettext("filed"), "done", case.filed_at)]
    here = ORDER.index(case.step) if case.step else len(ORDER)
    ended = case.filed_at
    for number, step in enumerate(ORDER):
        record, name = latest.get(step), str(STEPS[step])
        if case.state == State.CLOSED and (record is None or number > _last_step(latest)):
            continue
        if record is None and number < here:
            line.append(shapes.Step(name, "done", ended))
        elif record is None or number > here:
            line.append(shapes.Step(name, "ahead"))
        elif number == here:
            line.append(_running(case, record, name))
        else:
            ended = record.ended_at
            line.append(shapes.Step(name, "done", ended))
    if case.state == State.CLOSED:
        line.append(shapes.Step(state_words(case)[1], "done", case.closed_at))
    return line


def _last_step(latest: dict) -> int:
    return max((ORDER.index(step) for step in latest), default=-1)


def _running(case: Case, record: StepRecord, name: str) -> shapes.Step:
    if case.paused_at:
        return shapes.Step(name, "paused", note=gettext("The clock stands until the filer replies."))
    if record.expired_at and case.silent_since:
        return shapes.Step(name, "late", record.due_at, gettext("Nobody answered in time."))
    note = gettext("may move: some holidays are not official yet") if record.predicted else ""
    return shapes.Step(name, "here", record.due_at, note)


def papers_by_message(files: Iterable[CaseFile], file_url) -> dict[int | None, tuple[shapes.File, ...]]:
    """Return the files of a case as shown, by the message that they came with; None: with the filing."""
    found: dict[int | None, tuple[shapes.File, ...]] = {}
    for file in files:
        found[file.message_id] = (*found.get(file.message_id, ()), file_shape(file, file_url))
    return found


def thread_shapes(
    messages: Sequence[Message], case: Case, papers: dict[int | None, tuple[shapes.File, ...]], *, filer_name: str
) -> list[shapes.Message]:
    """Return messages as shown, with their papers (of `papers_by_message`); `filer_name` is what this reader may call the
    filer. The rules that they cite are looked up together: rules are for everybody.
    """
    known = show_citations(tuple(one) for message in messages for one in message.cites)
    return [
        message_shape(
            message,
            case,
            filer_name=filer_name,
            papers=papers.get(message.pk, ()),
            cites=tuple(known[tuple(one)] for one in message.cites if tuple(one) in known),
        )
        for message in messages
    ]


def message_shape(message: Message, case: Case, *, filer_name: str, papers=(), cites=()) -> shapes.Message:
    """Return a message as shown; a message that was blacked out cites nothing any more."""
    if message.side == Side.FILER:
        sender, role = filer_name, gettext("filer")
    else:
        sender = str(message.author) if message.author else gettext("Landsea")
        role = desk_name(message.desk) if message.desk else ""
    return shapes.Message(
        audience=AUDIENCE[message.kind],
        sender=sender,
        role=role,
        at=message.created_at,
        original=shapes.Text(message.body, message.language or case.language),
        files=papers,
        cites=() if message.redacted_at else cites,
    )


def file_shape(file: CaseFile, file_url) -> shapes.File:
    """Return a file as shown; a redacted one has no address."""
    return shapes.File(
        name=gettext("blacked out") if file.redacted_at else file.name,
        size=file.size,
        kind="photo" if file.media_type.startswith("image/") else "paper",
        url="" if file.redacted_at else file_url(file),
    )


def filer_called(case: Case, identity) -> str:
    """Return what a reader who was given this identity (or None) may call the filer."""
    if identity and (identity.party or identity.name):
        return identity.party or identity.name
    if case.visibility == "coordinator_only":
        return gettext("A filer known to the coordinator")
    return gettext("A filer who wants to stay unnamed")
