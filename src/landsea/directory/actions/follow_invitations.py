"""Reminds people who were invited and have not come, and tells whoever invited them when the link has lapsed.

A link opens its page for 14 days. Seven days and two days before its end the invited person is reminded, with the same link;
after the end the inviter is told in one mail of all whose links lapsed, and sends new ones by a press. Mails go out in the
working hours of the reader's office.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db import transaction

from landsea.accounts.access import list_invitations_ending
from landsea.accounts.actions.invite import LASTS, note_lapse_told
from landsea.accounts.models import Invitation
from landsea.base.outbox.actions.queue import Mail, queue_mails
from landsea.directory import rights
from landsea.directory.access.appointments import list_appointments_of_people
from landsea.directory.acting_people import PersonToTell, list_coordinators_people
from landsea.directory.actions.appoint import find_names_of_unit
from landsea.directory.actors import make_actors
from landsea.directory.models import Appointment
from landsea.directory.office_calendars import make_calendar_of_office
from landsea_core.clock import find_next_opening

REMIND_BEFORE_END = (timedelta(days=2), timedelta(days=7))
TOLD_FOR = timedelta(days=7)
"""How long after its end a lapse is still told: not of links that lapsed before anybody told such things."""


def remind_invited(now: datetime) -> int:
    """Queue the reminders that are due at `now` (aware), each once; return how many were offered."""
    waiting = list_invitations_ending(now, now + max(REMIND_BEFORE_END), lasting=LASTS)
    appointments = list_appointments_of_people([one.user_id for one in waiting], now)
    with transaction.atomic():
        mails = [_remind(one, appointments[one.user_id], now) for one in waiting if appointments[one.user_id]]
        return queue_mails(mails, now=now)


def tell_of_lapses(now: datetime) -> int:
    """Tell inviters of invitations that have lapsed; one who may not appoint any more is not told, the coordinator's people
    are. Return how many mails were offered.
    """
    lapsed = list_invitations_ending(now - TOLD_FOR, now, lasting=timedelta())
    appointments = list_appointments_of_people([one.user_id for one in lapsed], now)
    inviters = {one.by_id: one.by for one in lapsed if one.by}
    actors = make_actors(inviters.values(), now)
    with transaction.atomic():
        fresh = note_lapse_told([one.pk for one in lapsed], now=now)
        by_inviter: dict[int, list[Invitation]] = defaultdict(list)
        for one in lapsed:
            found, actor = appointments[one.user_id], actors.get(one.by_id or 0)
            if one.pk in fresh and found:
                may = actor is not None and any(rights.may_change_appointment(actor, row) for row in found)
                by_inviter[one.by_id if may else 0].append(one)
        mails = []
        for inviter, theirs in by_inviter.items():
            people = [_as_reader(inviters[inviter])] if inviter else _coordinators(now)
            mails += [_tell(to, theirs, appointments, now) for to in people]
        return queue_mails(mails, now=now)


def _remind(invitation: Invitation, appointments: Sequence[Appointment], now: datetime) -> Mail:
    left = min(one for one in REMIND_BEFORE_END if invitation.expires_at - now <= one)
    user, office = invitation.user, _office_of(appointments)
    return Mail(
        template="invitation_waits",
        address=user.email,
        language=user.language,
        user_id=user.pk,
        stream=f"user:{user.pk}",
        once=f"invitation_waits:{invitation.nonce}:{invitation.expires_at:%Y%m%d}:{left.days}",
        facts={
            "parts": _list_parts(appointments),
            "nonce": str(invitation.nonce),
            "by": invitation.by_id,
            "until": invitation.expires_at.isoformat(),
            "zone": office.time_zone if office else "UTC",
        },
        not_before=_in_hours(office, now),
        give_up_at=invitation.expires_at,
    )


def _tell(
    to: tuple[int, str, str],
    lapsed: Iterable[Invitation],
    appointments: dict[int, list[Appointment]],
    now: datetime,
) -> Mail:
    user_id, address, language = to
    people = [{"user": one.user_id, "parts": _list_parts(appointments[one.user_id])} for one in lapsed]
    mine = list_appointments_of_people([user_id], now)[user_id]
    return Mail(
        template="invitation_lapsed",
        address=address,
        language=language,
        user_id=user_id,
        stream=f"user:{user_id}",
        once=f"invitation_lapsed:{user_id}:{now:%Y%m%dT%H%M%S}",
        facts={"people": people},
        not_before=_in_hours(_office_of(mine), now),
    )


def _list_parts(appointments: Iterable[Appointment]) -> list[dict]:
    return [{"part": rights.find_part(one).value, "unit": find_names_of_unit(one)} for one in appointments]


def _as_reader(user) -> tuple[int, str, str]:
    return user.pk, user.email, user.language


def _coordinators(now: datetime) -> list[tuple[int, str, str]]:
    people: list[PersonToTell] = list_coordinators_people(now)
    return [(one.user_id, one.email, one.language) for one in people]


def _office_of(appointments: Iterable[Appointment]):
    return next(
        (one.desk.office if one.desk_id else one.office for one in appointments if one.desk_id or one.office_id), None
    )


def _in_hours(office, now: datetime) -> datetime:
    return find_next_opening(make_calendar_of_office(office), now) if office else now
