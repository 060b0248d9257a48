"""Cases as lines of a queue, and where a list of them stands: for every page that lists cases."""

from collections.abc import Callable, Mapping, Sequence

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext

from landsea.base.actors import Actor
from landsea.base.contributions import Slot
from landsea.base.ui import shapes
from landsea.base.ui.countries import name_country
from landsea.base.ui.times import time_until_in_words
from landsea.cases.access import find_when_filers_wrote_last, may_name_filer
from landsea.cases.gist import say_gist
from landsea.cases.models import Case
from landsea.cases.presenters import (
    find_zone,
    state_words,
)
from landsea.cases.queue import Page
from landsea.cases.thread_presenters import name_filer
from landsea.directory.models.names import name_in

WAITING_FOR: Slot[Callable[[Actor, Sequence[Case]], Mapping[int, str]]] = Slot(
    "what cases of a list wait for, in words for their reader, by case: (actor, cases that the actor sees)"
)


def shape_rows(cases: Sequence[Case], actor: Actor) -> list[shapes.QueueRow]:
    """Return cases as lines of a queue, each with what it waits for; that is looked up for all of them together. To desks it
    says besides where the filer wrote and nobody has answered since.
    """
    waiting = _say_who_wrote(actor, cases) if actor.desks or actor.is_coordinator else {}
    for find_waiting in WAITING_FOR:
        waiting |= find_waiting(actor, cases)
    return [shape_row(case, actor, waiting.get(case.pk, "")) for case in cases]


def _say_who_wrote(actor: Actor, cases: Sequence[Case]) -> dict[int, str]:
    now, language = timezone.now(), get_language() or "en"
    wrote = find_when_filers_wrote_last(actor, [case.pk for case in cases if case.closed_at is None])
    return {
        case: gettext("The filer wrote last: %(when)s") % {"when": time_until_in_words(at, now, language)}
        for case, at in wrote.items()
    }


def shape_row(case: Case, actor: Actor, waits_for: str = "") -> shapes.QueueRow:
    """Return a case as one line of a queue, naming the filer only to those who may know."""
    kind, words = state_words(case)
    language = get_language() or "en"
    identity = case.identity if may_name_filer(actor, case) else None
    gist = say_gist(case, place_beside=True)
    return shapes.QueueRow(
        url=reverse("case", args=[case.ref]),
        reference=case.ref,
        title=gist or case.title,
        title_language="" if gist else case.language,
        own_words=case.title if gist else "",
        own_language=case.language,
        step=words,
        kind=kind,
        due=case.due_at,
        zone=find_zone(case),
        place=name_in(case.place.names, language)
        if case.place
        else case.place_text or name_country(case.country, language),
        goods="" if gist else case.goods,
        sender=name_filer(case, identity),
        lane="border-urgent" if case.lane == "urgent" else "normal",
        waits_for=waits_for,
        clock_at=_name_clock(case, language),
    )


def _name_clock(case: Case, language: str) -> str:
    """Return where the desk's time is told: at the case's place, if its clocks agree, else in the desk's country.
    A lorry waits at Tan Thanh while a desk in Beijing answers: half past five there is half past four at the gate.
    """
    office = case.desk.office
    if case.place and case.place.time_zone == office.time_zone:
        return name_in(case.place.names, language)
    return name_country(office.calendar_country, language)


def make_pages(request, page: Page) -> shapes.Pages:
    """Return where the list stands, with the addresses of the pages before and after."""

    def address(number: int) -> str:
        query = request.GET.copy()
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    return shapes.Pages(
        first=page.first,
        last=page.first + len(page.cases) - 1 if page.cases else 0,
        total=page.total,
        before_url=address(page.number - 1) if page.number > 1 else "",
        after_url=address(page.number + 1) if page.has_more else "",
    )
