"""Who is told of a talk: the other side of an offer, both sides of what is agreed or called off, with the calendar object."""

from collections.abc import Callable

from django.conf import settings
from django.urls import reverse

from landsea.cases.actions.act_under_way import Work
from landsea.cases.notices import tell_filer, tell_office, tell_people
from landsea.cases.recipients import Recipient
from landsea.talks.calendar_objects import write_talk_as_calendar
from landsea.talks.models import Talk
from landsea_core.caseflow import Side

CalendarFor = Callable[[str, str, str], str]
"""What makes the calendar object for an address, its page, and its language; empty for none."""


def tell_other_side(
    work: Work, template: str, side: Side, talk: Talk | None = None, *, is_cancelled: bool = False
) -> None:
    """Tell the side that is not `side`; with the calendar object of `talk` where that stands in a calendar."""
    if talk is None:
        if side is Side.FILER:
            tell_office(work, f"{template}_office")
        else:
            tell_filer(work, template)
        return
    calendar_for, facts = _calendar_facts(work, talk, is_cancelled)
    if side is Side.FILER:
        _tell_desk(work, f"{template}_office", calendar_for, facts, actor_too=False)
    else:
        _tell_who_filed(work, template, calendar_for, facts)


def tell_both(work: Work, template: str, talk: Talk, *, is_cancelled: bool = False) -> None:
    """Tell both sides, each with a calendar object of its own, whoever acts too: their calendar must change as well."""
    calendar_for, facts = _calendar_facts(work, talk, is_cancelled)
    facts |= {"starts": talk.starts_at.isoformat() if talk.starts_at else "", "where": talk.call_link}
    _tell_who_filed(work, template, calendar_for, facts)
    _tell_desk(work, f"{template}_office", calendar_for, facts, actor_too=True)


def _calendar_facts(work: Work, talk: Talk, is_cancelled: bool) -> tuple[CalendarFor, dict[str, str]]:
    def calendar_for(address: str, page: str, language: str) -> str:
        if not address:
            return ""
        where = settings.PUBLIC_ADDRESS + page
        return write_talk_as_calendar(talk, address, where, language, now=work.now, is_cancelled=is_cancelled)

    return calendar_for, {"calendar_method": "CANCEL" if is_cancelled else "REQUEST"}


def _tell_who_filed(work: Work, template: str, calendar_for: CalendarFor, facts: dict[str, str]) -> None:
    case = work.case
    address, _nonce = work.known.filer(case)
    tell_filer(
        work, template, **_with(calendar_for(address, reverse("mailbox", args=[case.ref]), case.language), facts)
    )


def _tell_desk(work: Work, template: str, calendar_for: CalendarFor, facts: dict[str, str], *, actor_too: bool) -> None:
    for person in work.known.people(work.case.desk, work.now):
        calendar = calendar_for(person.email, _page_for(work, person), person.language)
        tell_people(work, template, [person], actor_too=actor_too, **_with(calendar, facts))


def _page_for(work: Work, person: Recipient) -> str:
    """Return where somebody at the desk looks: the case, or the page of the mailed link for who has no account."""
    return reverse("answer" if person.contact_id else "case", args=[work.case.ref])


def _with(calendar: str, facts: dict[str, str]) -> dict[str, str]:
    """Return the facts of a mail; without a calendar object it is said by no method."""
    return (
        {"calendar": calendar, **facts} if calendar else {key: facts[key] for key in facts if key != "calendar_method"}
    )
