"""Who is told of a talk: the other side of an offer, both sides of what is agreed or called off, with the calendar object."""

from django.conf import settings
from django.urls import reverse

from landsea.cases.actions.act_under_way import Work
from landsea.cases.notices import tell_filer, tell_office, tell_people
from landsea.talks.calendar_objects import talk_as_calendar
from landsea.talks.models import Talk
from landsea_core.caseflow import Side


def tell_other_side(work: Work, template: str, side: Side) -> None:
    """Tell the side that is not `side`."""
    if side is Side.FILER:
        tell_office(work, f"{template}_office")
    else:
        tell_filer(work, template)


def tell_both(work: Work, template: str, talk: Talk, *, is_cancelled: bool = False) -> None:
    """Tell both sides, each with a calendar object of its own, whoever acts too: their calendar must change as well."""
    case, now = work.case, work.now
    facts = {
        "starts": talk.starts_at.isoformat() if talk.starts_at else "",
        "where": talk.call_link,
        "calendar_method": "CANCEL" if is_cancelled else "REQUEST",
    }

    def calendar_for(address: str, page: str, language: str) -> str:
        if not address or talk.starts_at is None:
            return ""
        return talk_as_calendar(
            talk, address, settings.PUBLIC_ADDRESS + page, language, now=now, is_cancelled=is_cancelled
        )

    address, _nonce = work.known.filer(case)
    mailbox = reverse("mailbox", args=[case.ref])
    tell_filer(work, template, calendar=calendar_for(address, mailbox, case.language), **facts)
    page = reverse("case", args=[case.ref])
    for person in work.known.people(case.desk, now):
        own = {"calendar": calendar_for(person.email, page, person.language), **facts}
        tell_people(work, f"{template}_office", [person], actor_too=True, **own)
