"""An association's list of cases, and how a clerk of several associations says which one is meant."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from landsea.associations import access as association_access
from landsea.associations.member_filings import Sender
from landsea.base.doors import door
from landsea.base.ui import shapes
from landsea.base.ui.typed_words import mark_as_name
from landsea.cases.queue import cut_page
from landsea.cases.queue_rows import make_pages, shape_row
from landsea.directory.models.names import name_in


def give_association(view: Callable) -> Callable:
    """Hand a view the association that is meant: the only one, or the one named in `association`; else ask which."""

    @wraps(view)
    def with_association(request, *args, **kwargs):
        code = request.POST.get("association") or request.GET.get("association")
        own = association_access.list_associations(request.actor)
        if code:
            return view(request, association_access.find_association(request.actor, code), *args, **kwargs)
        if len(own) == 1:
            return view(request, own[0], *args, **kwargs)
        choices = [
            shapes.Choice(name_association(one), f"?{urlencode({'association': one.code})}", "list") for one in own
        ]
        return render(request, "associations/choose.html", {"choices": choices})

    return with_association


def name_association(association) -> str:
    """Return the association's name in the reader's language."""
    return name_in(association.names, get_language() or "en")


def page_context(request, association, here: str) -> dict:
    """Return what every page of an association shows: its name, and the tabs, of which `here` is the current one."""
    query = "?" + urlencode({"association": association.code})
    tabs = [
        ("association_page", gettext("Overview")),
        ("association_cases", gettext("Cases")),
        ("association_file", gettext("File a case")),
        ("association_bulk", gettext("File from a spreadsheet")),
        ("association_members", gettext("Members")),
    ]
    return {
        "association": association,
        "association_name": name_association(association),
        "query": query,
        "tabs": [shapes.Tab(words, reverse(name) + query, name == here) for name, words in tabs],
    }


def name_clock_place(desk) -> str:
    """Return the place on whose clock a desk works, in the reader's language; empty when its office has none."""
    return name_in(desk.office.place.names, get_language() or "en") if desk.office.place else ""


def find_sender(request, association) -> Sender:
    """Return in whose name the reader files for this association."""
    return Sender(association.pk, name_association(association), association.country, request.user.email)


@door("association")
@require_safe
@give_association
def show_cases(request, association):
    """The cases that the association filed, and no other."""
    scope, waits = request.GET.get("scope", "open"), request.GET.get("waits", "")
    member = request.GET.get("member", "")
    member_id = int(member) if member.isascii() and member.isdigit() and len(member) < 10 else None
    number = request.GET.get("page", "1")
    found = association_access.list_cases(
        request.actor, association.pk, scope=scope, member_id=member_id, waits_for=waits
    )
    wanted = int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 1
    page = cut_page(found, wanted, beside=("member",))
    context = page_context(request, association, "association_cases") | {
        "rows": [shape_case_row(case, request.actor) for case in page.cases],
        "filters": _case_filters(request, association, scope, member, waits),
        "pages": make_pages(request, page),
        "filtered": scope != "open" or member_id is not None or bool(waits),
        "has_members": association_access.list_members(request.actor, association.pk).exists(),
    }
    return render(request, "associations/cases.html", context)


def shape_case_row(case, actor) -> shapes.QueueRow:
    """Return a case as a line of the list, with the member for whom it was filed."""
    row = shape_row(case, actor)
    if case.is_joint:
        return replace(row, sender=gettext("joint case of several members"))
    return replace(row, sender=mark_as_name(case.member.party)) if case.member else row


def _case_filters(request, association, scope: str, member: str, waits: str) -> list[shapes.Filter]:
    own = association_access.list_associations(request.actor)
    scopes = [
        ("open", gettext("that are open")),
        ("closed", gettext("that are closed")),
        ("all", gettext("open and closed")),
    ]
    whom = [
        ("", gettext("that wait for anybody")),
        ("us", gettext("that wait for us")),
        ("member", gettext("that wait for the member")),
        ("desk", gettext("that wait for a desk")),
    ]
    members = association_access.list_members(request.actor, association.pk, left=None)
    named = [("", gettext("of any member")), *((str(one.pk), one.party) for one in members)]
    found = [
        shapes.Filter("scope", gettext("Which cases"), tuple(scopes), scope),
        shapes.Filter("waits", gettext("Whom they wait for"), tuple(whom), waits),
        shapes.Filter("member", gettext("Member"), tuple(named), member),
    ]
    if len(own) > 1:
        choices = tuple((one.code, name_association(one)) for one in own)
        found.insert(0, shapes.Filter("association", gettext("Association"), choices, association.code))
    return found
