"""One act on many cases of a list: choose them, look at what would happen to each, do it; each is then done or says why not."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from landsea.base.actors import Actor
from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.ui.fields import make_words_field
from landsea.base.ui.shapes import QueueRow
from landsea.board.concerns import list_cases_by_concern
from landsea.board.labels import describe_concerns
from landsea.cases.access import list_visible_cases
from landsea.cases.act_forms.desk_field import DeskChoice
from landsea.cases.actions.act_under_way import AlreadyDone
from landsea.cases.actions.coordinate import reassign_case
from landsea.cases.actions.message import write_message
from landsea.cases.models import Case
from landsea.cases.queue_rows import shape_row
from landsea.directory import access as directory_access
from landsea.directory.display_names import name_desk
from landsea.directory.reachability import describe_reachability, is_reachable_now
from landsea_core.caseflow import MessageKind
from landsea_core.text import clean_text

MOST = 50
"""Cases on the page, and at once: more than somebody looks through is not looked through."""
LONGEST_WORDS = 2000


class ManyForm(DeskChoice):
    """Which act, its words, and for a move the desk; the cases are ticked beside it."""

    act = forms.ChoiceField(
        label=_("What shall be done?"),
        choices=[("write", _("Write to the offices")), ("move", _("Give to another desk"))],
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose what shall be done with them.")),
    )
    words = make_words_field(
        _("Words for the offices"),
        LONGEST_WORDS,
        area=True,
        attrs={"rows": 3},
        required=True,
        error_messages={"required": _("Write a few words: why, or what you ask for. All cases get the same.")},
    )
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def clean(self) -> dict:
        """Find the desk that a move goes to, and keep it as `taker`."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("act") == "move":
            cleaned["taker"] = directory_access.find_desk(self.chosen_desk)
            if cleaned["taker"] is None:
                self.add_error("desk", gettext("Pick one of the desks that are offered."))
        return cleaned


@dataclass(frozen=True)
class Line:
    """One of the cases: as the queue shows it, at whose desk it is, and how the act ended for it (`refused` is a sentence)."""

    row: QueueRow
    desk: str
    refused: str = ""


@door("coordinator")
@require_http_methods(["GET", "HEAD", "POST"])
def act_on_many(request: HttpRequest, code: str) -> HttpResponse:
    """Show the list's first cases to tick; with `step=look` what would happen to those ticked, with `step=do` do it."""
    now, actor, names = timezone.now(), request.actor, describe_concerns()
    if code not in names:
        raise Http404
    sent = request.POST if request.method == "POST" else None
    # Those that have left the list since are still meant: what was done to them is said, not lost.
    refs = sent.getlist("ref")[:MOST] if sent else []
    ticked = _read(list_visible_cases(actor).filter(ref__in=[clean_text(ref).text for ref in refs], closed_at=None))
    form = ManyForm(sent, initial={"key": uuid.uuid4().hex, "act": "write"})
    context = {"code": code, "title": names[code][0], "form": form, "now": now, "most": MOST}
    context |= {"typed": (sent or {}).get("desk", "")[:200], "picked": (sent or {}).get("desk_code", "")[:120]}
    if sent is not None and not ticked:
        form.add_error(None, gettext("Tick the cases that are meant."))
    if sent is not None and form.is_valid():
        context["taker"] = _taker_words(form, now)
        if sent.get("step") == "do":
            context["done"] = [_do(form, case, actor, now) for case in ticked]
            return render(request, "board/many_done.html", context)
        context["looked"] = [_line(case, actor) for case in ticked]
        return render(request, "board/many_look.html", context)
    chosen = {case.ref for case in ticked}
    listed = _read(list_cases_by_concern(actor, now)[code], more=1)
    context["lines"] = [(_line(case, actor), case.ref in chosen) for case in listed[:MOST]]
    context["has_more"] = len(listed) > MOST
    return render(request, "board/many.html", context, status=422 if form.errors else 200)


def _read(cases: QuerySet[Case], more: int = 0) -> list[Case]:
    return list(cases.select_related("desk__office", "place", "identity").order_by("due_at", "id")[: MOST + more])


def _line(case: Case, actor: Actor, refused: str = "") -> Line:
    return Line(shape_row(case, actor), ", ".join(name_desk(case.desk, get_language() or "en")), refused)


def _taker_words(form: ManyForm, now: datetime) -> str:
    """Return the desk that would be accountable and whether somebody is there now; empty when no case moves."""
    desk, language = form.cleaned_data.get("taker"), get_language() or "en"
    if desk is None:
        return ""
    return (
        f"{', '.join(name_desk(desk, language))} ({describe_reachability(is_reachable_now(desk, now), now, language)})"
    )


def _do(form: ManyForm, case: Case, actor: Actor, now: datetime) -> Line:
    """Do the act on one case in a transaction of its own: one that is refused does not hold the others."""
    line, typed = _line(case, actor), form.cleaned_data
    try:
        if typed["act"] == "move":
            reassign_case(actor, case.ref, typed["taker"].code, typed["words"], now=now, key=typed["key"])
        else:
            language = get_language() or "en"
            kind = MessageKind.OFFICES.value
            write_message(actor, case.ref, kind, typed["words"], now=now, key=typed["key"], language=language)
    except AlreadyDone:
        return line
    except Refused as refused:
        return Line(line.row, line.desk, refused.sentence)
    return line
