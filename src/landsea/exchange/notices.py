"""Who is told of what on the board. Mails carry the title and a link, never a name, an address or a message of the others."""

from datetime import datetime

from landsea.base.outbox.actions.queue import Mail
from landsea.directory.acting_people import find_people_to_tell
from landsea.directory.models.names import choose_title
from landsea.exchange.calendars import make_invitation
from landsea.exchange.entry_words import write_event_facts
from landsea.exchange.models import Introduction, Listing, ListingContact, Registration
from landsea.exchange.stream import name_introduction_stream, name_listing_stream


def make_mails_to_desk(
    desk, template: str, *, stream: str, once: str, listing: Listing, now: datetime, **facts
) -> list[Mail]:
    """Return mails to the people of a desk."""
    return [
        Mail(
            template=template,
            address=person.email,
            language=person.language,
            user_id=person.user_id,
            stream=stream,
            once=f"{template}:{once}:{person.user_id}",
            facts={"title": choose_title(listing, person.language), "listing": listing.pk, **facts},
        )
        for person in find_people_to_tell(desk, now)
    ]


def make_mail_to_owner(contact: ListingContact, template: str, *, once: str) -> Mail:
    """Return a mail to whoever put an entry there, with their secret link."""
    return Mail(
        template=template,
        address=contact.email,
        language=contact.language,
        stream=name_listing_stream(contact.listing_id),
        once=f"{template}:{once}:owner",
        facts={"title": choose_title(contact.listing, contact.language), "nonce": str(contact.nonce)},
    )


def make_mail_to_asker(introduction: Introduction, template: str, *, once: str = "") -> Mail:
    """Return a mail to whoever asked for an introduction, with their secret link."""
    return Mail(
        template=template,
        address=introduction.email,
        language=introduction.language,
        stream=name_introduction_stream(introduction.pk),
        once=f"{template}:{introduction.pk}:{once}:asker",
        facts={
            "title": choose_title(introduction.listing, introduction.language),
            "nonce": str(introduction.nonce),
        },
    )


def make_mail_to_registrant(
    registration: Registration,
    template: str,
    *,
    now: datetime,
    once: str = "",
    has_place: bool = True,
    is_cancelled: bool = False,
) -> Mail:
    """Return a mail to somebody who registered, with their secret link, and where and when it is; whoever `has_place` gets
    it for their calendar where its days are known, or, where it `is_cancelled`, what takes it out again.
    """
    listing, language = registration.listing, registration.language
    calendar = make_invitation(registration, now=now, is_cancelled=is_cancelled) if has_place else ""
    return Mail(
        template=template,
        address=registration.email,
        language=registration.language,
        stream=name_listing_stream(registration.listing_id),
        once=f"{template}:{registration.pk}:{once}:registrant",
        facts={
            "title": choose_title(listing, language),
            "nonce": str(registration.nonce),
            **write_event_facts(listing, language),
            **({"calendar": calendar, "calendar_method": "CANCEL" if is_cancelled else "REQUEST"} if calendar else {}),
        },
    )
