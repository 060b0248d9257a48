"""A clerk's first page, what they have seen of it, and dropping a sheet that was begun."""

from datetime import datetime
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from landsea.associations import access as association_access
from landsea.associations.actions.discard_sheet import discard_sheet
from landsea.associations.actions.mark_answers_seen import mark_answers_seen
from landsea.associations.overview import Overview, gather_overview
from landsea.associations.views.pages import give_association, page_context, shape_case_row
from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.ui.fields import MomentField
from landsea.base.ui.shapes import Choice
from landsea.cases.labels import ACTS, STATES
from landsea.cases.models import Message
from landsea.cases.presenters import name_desk

EXCERPT = 160
"""Characters of an answer that are shown; the whole stands on its case."""


@door("association")
@require_safe
@give_association
def show_overview(request: HttpRequest, association) -> HttpResponse:
    """Show what needs the clerk first: filing, whom cases wait for, answers since they last looked, sheets under way."""
    now = timezone.now()
    found = gather_overview(request.actor, association.pk, now)
    context = page_context(request, association, "association_page") | {
        "now": now,
        "overview": found,
        "ways": _ways_to_file(association),
        "waiting": _waiting_lists(request, association, found),
        "states": [(str(STATES[state]), n) for state, n in found.states.items()],
        "news": [(message, *_news_words(message)) for message in found.news.messages],
        "more_news": found.news.cases - len(found.news.messages),
        "excerpt": EXCERPT,
    }
    return render(request, "associations/overview.html", context)


@door("association")
@require_POST
@give_association
def post_answers_seen(request: HttpRequest, association) -> HttpResponse:
    """Begin the list of answers anew from the moment at which it was shown."""
    now = timezone.now()
    mark_answers_seen(request.actor, association.pk, _shown_at(request, now), now=now)
    messages.success(request, gettext("From now on only what comes later is shown there."))
    return _to_overview(association)


@door("association")
@require_POST
def post_sheet_discarded(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Drop a sheet that was read and not filed."""
    sheet = association_access.find_sheet(request.actor, sheet_id)
    try:
        discard_sheet(request.actor, sheet_id, now=timezone.now())
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, gettext("The sheet is dropped; nothing of it was filed."))
    return _to_overview(sheet.association)


def _shown_at(request: HttpRequest, now: datetime) -> datetime:
    try:
        return MomentField(required=False).clean(request.POST.get("until", "")[:40]) or now
    except ValidationError:
        return now


def _to_overview(association) -> HttpResponseRedirect:
    query = urlencode({"association": association.code})
    return HttpResponseRedirect(f"{reverse('association_page')}?{query}")


def _ways_to_file(association) -> list[Choice]:
    query = "?" + urlencode({"association": association.code})
    return [
        Choice(
            gettext("File a case for a member"),
            reverse("association_file") + query,
            "paper",
            gettext("For one, for several, or jointly"),
        ),
        Choice(
            gettext("File many from a spreadsheet"),
            reverse("association_bulk") + query,
            "list",
            gettext("You see each row as we understood it before anything is filed"),
        ),
    ]


def _waiting_lists(request: HttpRequest, association, found: Overview) -> list[dict]:
    names = {
        "us": (gettext("Waits for us"), gettext("Nothing waits for you.")),
        "member": (gettext("Waits for the member"), gettext("Nothing waits for a member.")),
        "desk": (gettext("Waits for a desk"), gettext("Nothing waits for a desk.")),
    }
    return [
        {
            "whom": one.whom,
            "title": names[one.whom][0],
            "none": names[one.whom][1],
            "total": one.total,
            "rows": [shape_case_row(case, request.actor) for case in one.cases],
            "more": one.total - len(one.cases),
            "url": f"{reverse('association_cases')}?" + urlencode({"association": association.code, "waits": one.whom}),
        }
        for one in found.waiting
    ]


def _news_words(message: Message) -> tuple[str, str]:
    """Return what happened, and who wrote it, in the reader's language."""
    what = ACTS.get(message.act or "message", ACTS["message"])
    return str(what), name_desk(message.desk) if message.desk else ""
