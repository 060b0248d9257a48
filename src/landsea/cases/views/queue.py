"""The queue of an officer, a head, the coordinator, an observer; as a page, and as a sheet to keep."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from landsea.accounts.step_up import proves_again
from landsea.base.doors import door
from landsea.base.ui import shapes
from landsea.base.ui.countries import list_country_options
from landsea.base.ui.sheets.cells import send_csv, send_xlsx
from landsea.cases.queue import Wanted, cut_page, list_wanted_cases
from landsea.cases.queue_rows import make_pages, shape_rows
from landsea.cases.queue_sheet import make_table
from landsea.directory import access as directory_access
from landsea.directory.display_names import name_desk
from landsea.directory.models.names import name_in
from landsea_core.text import clean_text

LONGEST_CODE = 120
SHEETS = ("csv", "xlsx")


@door("officer")
@require_safe
def show_queue(request):
    """The cases that the reader may see, by what falls due next."""
    wanted = read_wanted(request)
    number = request.GET.get("page", "1")
    page = cut_page(
        list_wanted_cases(request.actor, wanted), int(number) if number.isdecimal() and len(number) < 7 else 1
    )
    return render(
        request,
        "cases/queue.html",
        {
            "rows": shape_rows(page.cases, request.actor),
            "filters": make_filters(request.actor, wanted),
            "wanted": wanted,
            "pages": make_pages(request, page),
            "asked": request.GET.urlencode(),
        },
    )


@door("officer")
@proves_again()
@require_safe
def send_queue_sheet(request, form: str):
    """The list as it is narrowed, as a sheet to keep: XLSX or CSV."""
    if form not in SHEETS:
        raise Http404
    table = make_table(list_wanted_cases(request.actor, read_wanted(request)), request.actor)
    return send_csv("cases.csv", table) if form == "csv" else send_xlsx("cases.xlsx", "cases", table)


def read_wanted(request) -> Wanted:
    """Return what the address asks to be listed."""
    return Wanted(
        scope=request.GET.get("scope") or ("mine" if request.actor.desks else "all"),
        step=request.GET.get("step", ""),
        country=request.GET.get("country", "")[:2].upper(),
        lane=request.GET.get("lane", ""),
        goods="".join(c for c in request.GET.get("goods", "") if c.isdigit())[:6],
        desk=clean_text(request.GET.get("desk", "")).text[:LONGEST_CODE],
        place=clean_text(request.GET.get("place", "")).text[:LONGEST_CODE],
    )


def make_filters(actor, wanted: Wanted) -> list[shapes.Filter]:
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
            (("", gettext("in any country")), *list_country_options(get_language() or "en")),
            wanted.country,
        ),
        *_narrowed(wanted),
    ]


def _narrowed(wanted: Wanted) -> list[shapes.Filter]:
    """Return the words of a desk and a post to which another page has narrowed the list, each with the way out of it."""
    language, found = get_language() or "en", []
    desk = directory_access.find_desk(wanted.desk) if wanted.desk else None
    if desk:
        options = (("", gettext("at any desk")), (wanted.desk, ", ".join(name_desk(desk, language))))
        found.append(shapes.Filter("desk", gettext("Desk"), options, wanted.desk))
    place = directory_access.find_place(wanted.place) if wanted.place else None
    if place:
        options = (("", gettext("at any place")), (wanted.place, name_in(place.names, language)))
        found.append(shapes.Filter("place", gettext("Place"), options, wanted.place))
    return found
