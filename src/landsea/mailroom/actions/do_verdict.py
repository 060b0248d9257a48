"""Does what the chain said about a mail, within the sorter's transaction."""

from dataclasses import dataclass
from datetime import datetime

from landsea.base.outbox.actions.take_back import record_returned_delivery
from landsea.base.outbox.delivery_states import find_row_told_of, find_template
from landsea.cases.models import Case
from landsea.mailroom.actions.ask_owner import ask_owner
from landsea.mailroom.actions.file_mail import file_mail
from landsea.mailroom.actions.speak import speak_in_case
from landsea.mailroom.actions.take_calendar import take_calendar
from landsea.mailroom.addresses import read_own_address
from landsea.mailroom.filters.letter import Verdict, Way
from landsea.mailroom.models import InboundMail, MailState
from landsea.mailroom.reply_addresses import Correspondent, note_use
from landsea_core.mailtext import Kind, MailReading


@dataclass(frozen=True)
class Done:
    """What became of a mail: its state, the act, and the case that it became or was written to."""

    state: MailState
    act: str
    case: Case | None = None


def do_verdict(
    verdict: Verdict, mail: InboundMail, reading: MailReading, whose: Correspondent | None, *, now: datetime
) -> Done:
    """Do it and return what became of the mail. Raises Refused and what else the acts raise."""
    match verdict.way:
        case Way.ASIDE:
            return Done(MailState.ASIDE, "aside")
        case Way.HELD:
            if verdict.code == "other_sender" and whose is not None:
                mail.asked_at = now if ask_owner(mail, whose, now=now) else None
            return Done(MailState.HELD, "held")
        case Way.RETURNED:
            return _take_report(mail, reading, now)
        case Way.CALENDAR:
            return answer_with_calendar(mail, whose, now=now)
        case Way.REPLY:
            return reply_with(mail, reading, whose, now=now)
    filed = file_mail(reading, country=read_own_address(mail.recipient).country, once=mail.once, now=now)
    return Done(MailState.DONE, "file", filed.case)


def reply_with(mail: InboundMail, reading: MailReading, whose: Correspondent, *, now: datetime) -> Done:
    """Speak in the case of this reply address, as the person who has it."""
    answers = find_template(reading.deliveries[0]) if reading.deliveries else ""
    ask_id = find_row_told_of(reading.deliveries[0], "ask") if reading.deliveries else None
    act = speak_in_case(whose, reading, answers=answers, key=f"mail:{mail.once}", now=now, ask_id=ask_id)
    note_use(whose.row_id, now=now)
    return Done(MailState.DONE, act, whose.case)


def _take_report(mail: InboundMail, reading: MailReading, now: datetime) -> Done:
    said = "; ".join(f"{one.address} {one.status} {one.said}".strip() for one in reading.failed)
    took = record_returned_delivery(
        read_own_address(mail.recipient).delivery,
        addresses=[one.address for one in reading.failed],
        said=said or reading.kind.value,
        permanent=reading.kind is Kind.BOUNCE_HARD,
        now=now,
    )
    return Done(MailState.DONE if took else MailState.ASIDE, "returned" if took else "returned_elsewhere")


def answer_with_calendar(mail: InboundMail, whose: Correspondent, *, now: datetime) -> Done:
    """Do what a calendar program answered, for the person of this reply address."""
    take_calendar(mail, whose, now=now)
    note_use(whose.row_id, now=now)
    return Done(MailState.DONE, "calendar", whose.case)
