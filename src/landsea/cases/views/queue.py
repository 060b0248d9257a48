"""The queue of an officer, a head, the coordinator, an observer."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.ui import shapes
from landsea.base.ui.countries import country_name, country_options
from landsea.cases.access import may_name_filer
from landsea.cases.queue import Page, Wanted, page_of, wanted_cases
from landsea.cases.showing import filer_called, state_words, zone_of
from landsea.directory import access as directory_access
from landsea.directory.models.names import name_in


@door("officer")
@require_safe
def queue(request):
    """The cases that the reader may see, by what falls due next."""
    wanted = Wanted(
        scope=request.GET.get("scope") or ("mine" if request.actor.desks else "all"),
        step=request.GET.get("step", ""),
        country=request.GET.get("country", "")[:2].upper(),
        lane=request.GET.get("lane", ""),
        goods="".join(c for c in request.GET.get("goods", "") if c.isdigit())[:6],
    )
    number = request.GET.get("page", "1")
    page = page_of(wanted_cases(request.actor, wanted), int(number) if number.isdecimal() and len(number) < 7 else 1)
    return render(
        request,
        "cases/queue.html",
        {
            "rows": [row_of(case, request.actor) for case in page.cases],
            "filters": filters_of(request.actor, wanted),
            "wanted": wanted,
            "pages": pages_of(request, page),
        },
    )


def row_of(case, actor) -> shapes.QueueRow:
    """Return a case as one line of a queue, naming the filer only to those who may know."""
    kind, words = state_words(case)
    language = get_language() or "en"
    identity = case.identity if may_name_filer(actor, case) else None
    return shapes.QueueRow(
        url=reverse("case", args=[case.ref]),
        reference=case.ref,
        title=case.title,
        title_language=case.language,
        step=words,
        kind=kind,
        due=case.due_at,
        zone=zone_of(case),
        place=name_in(case.place.names, language)
        if case.place
        else case.place_text or country_name(case.country, language),
        goods=case.goods,
        about=_about(case.matter, language),
        sender=filer_called(case, identity),
        lane="border-urgent" if case.lane == "urgent" else "normal",
    )


def _about(matter_code: str, language: str) -> str:
    """The name of a matter; empty while none is known."""
    matters = (matter for topic in directory_access.topics() for matter in topic.matters.all())
    return next((name_in(matter.names, language) for matter in matters if matter.code == matter_code), "")


def filters_of(actor, wanted: Wanted) -> list[shapes.Filter]:
    """Return the words of the filter sentence."""
    scopes = [("mine", gettext("of my desks"))] if actor.desks else []
    scopes += [("all", gettext("all that I may see")), ("closed", gettext("closed"))]
    if actor.desks and not actor.is_coordinator:
        scopes.insert(1, ("consulted", gettext("on which we are consulted")))
    steps = [
        ("", gettext("at any step")),
        ("unanswered", gettext("not answered yet")),
        ("late", gettext("late")),
        ("filer", gettext("waiting for the filer")),
        ("outcome", gettext("waiting for a confirmation")),
    ]
    lanes = [("", gettext("in both lanes")), ("urgent", gettext("border-urgent")), ("normal", gettext("normal lane"))]
    return [
        shapes.Filter("scope", gettext("Which cases"), tuple(scopes), wanted.scope),
        shapes.Filter("step", gettext("Step"), tuple(steps), wanted.step),
        shapes.Filter("lane", gettext("Lane"), tuple(lanes), wanted.lane),
        shapes.Filter(
            "country",
            gettext("Country of the problem"),
            (("", gettext("in any country")), *country_options(get_language() or "en")),
            wanted.country,
        ),
    ]


def pages_of(request, page: Page) -> shapes.Pages:
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
