"""Who is told of a dialogue or a promise, and by which mail. Mails carry title and time, never what was said there."""

from datetime import datetime

from landsea.base.outbox.actions.queue import Mail, queue_mails
from landsea.dialogues.actions.live_links import make_live_link
from landsea.dialogues.calendars import write_invitation_for_seat
from landsea.dialogues.languages import find_language_of_seat, find_zone_of_seat
from landsea.dialogues.models import ActionItem, Dialogue, Seat
from landsea.dialogues.stream import name_promise_stream, name_stream
from landsea.directory.acting_people import find_people_to_tell
from landsea.directory.models.names import choose_title

SEAT_FREED = "dialogue_seat_freed"
"""The mail to somebody whose seat was freed: it carries no link, as the link opens nothing any more."""


def tell_seats(dialogue: Dialogue, template: str, *, now: datetime, seats=None, cancel: bool = False) -> None:
    """Send the invitation, its change or its cancellation to these seats, or to all."""
    seats = Seat.objects.filter(dialogue=dialogue, left_at=None).select_related("user") if seats is None else seats
    mails = []
    for seat in seats:
        language = find_language_of_seat(seat)
        link = make_live_link(seat, now) if seat.user_id is None and template != SEAT_FREED else None
        zone = find_zone_of_seat(seat)
        mails.append(
            Mail(
                template=template,
                address=seat.email,
                language=language,
                user_id=seat.user_id,
                stream=name_stream(dialogue.pk),
                once=f"{template}:{dialogue.pk}:{dialogue.sequence}:{seat.pk}" + (f":{link.pk}" if link else ""),
                facts={
                    "dialogue": dialogue.pk,
                    "title": choose_title(dialogue, language),
                    "starts": dialogue.starts_at.isoformat(),
                    "zone": dialogue.time_zone,
                    "own_zone": str(zone) if zone else dialogue.time_zone,
                    "where": dialogue.where,
                    "calendar": write_invitation_for_seat(dialogue, seat, now=now, language=language, cancel=cancel),
                    "calendar_method": "CANCEL" if cancel else "REQUEST",
                }
                | ({"invitation_link": str(link.nonce)} if link else {}),
            )
        )
    queue_mails(mails, now=now)


def tell_convener(dialogue: Dialogue, seat: Seat, *, now: datetime) -> None:
    """Tell whoever convened a dialogue of the time that a seat proposes; nobody where that account is closed."""
    user = dialogue.created_by
    if user is None or not user.is_active or seat.proposed_at is None:
        return
    facts = {
        "dialogue": dialogue.pk,
        "title": choose_title(dialogue, user.language),
        "country": seat.country,
        "starts": seat.proposed_at.isoformat(),
        "zone": dialogue.time_zone,
        "words": seat.note,
    }
    mail = Mail(
        template="dialogue_time_proposed",
        address=user.email,
        language=user.language,
        user_id=user.pk,
        stream=name_stream(dialogue.pk),
        once=f"dialogue_time_proposed:{dialogue.pk}:{seat.pk}:{facts['starts']}",
        facts=facts,
    )
    queue_mails([mail], now=now)


def tell_owner(action: ActionItem, template: str, *, now: datetime, once: str, **facts) -> int:
    """Tell the people of the desk that made a promise; `once` tells one occasion from the next. Returns how many rows
    were offered to the outbox, which drops those it has already.
    """
    mails = [
        Mail(
            template=template,
            address=person.email,
            language=person.language,
            user_id=person.user_id,
            stream=name_promise_stream(action.pk),
            once=f"{template}:{action.pk}:{once}:{person.user_id}",
            facts={
                "promise": action.pk,
                "ref": action.ref,
                "what": action.what,
                "due": action.due.isoformat(),
                **facts,
            },
        )
        for person in find_people_to_tell(action.owner, now)
    ]
    return queue_mails(mails, now=now)
