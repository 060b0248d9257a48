"""The checklist: what do I need for these goods into that market by this way, from when, says who.

The answer has an address of its own, so it can be shared and printed; saving it makes a watch.
"""

from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.offline.keeping import keep_on_device
from landsea.base.refusal import Refused
from landsea.rules import access
from landsea.rules.actions.uses import count_uses
from landsea.rules.box_presenters import show_boxes
from landsea.rules.checklist_presenters import show_checklist
from landsea.rules.checklist_questions import (
    find_goods_meant,
    find_shipment_meant,
    make_wish,
    write_question,
    write_title,
)
from landsea.rules.condition_presenters import show_conditions
from landsea.rules.forms import ChecklistForm, WatchForm
from landsea.rules.goods_presenters import show_goods_choices
from landsea.rules.goods_readings import list_answers
from landsea.rules.hs_in_words import say_code
from landsea.rules.labels import CONDITIONS
from landsea.rules.meant_goods import find_unread_goods, list_stopped_beside, read_typed_code
from landsea.rules.presenters import shape_measure
from landsea.rules.sectors import find_offer
from landsea.rules.views.watches import save_within_limits, show_saved
from landsea_core.rules import Purpose, Verdict


@door("public")
@keep_on_device("checklist")
@require_safe
def draw_checklist_page(request: HttpRequest) -> HttpResponse:
    """Show the form; with a question in the address, the steps."""
    asked = "destination" in request.GET
    typed = _take_purpose(request.GET) if asked else None
    form = ChecklistForm(typed, initial={"on": timezone.localdate(), "purpose": Purpose.SELL})
    context = {"form": form, "asked": asked}
    if asked and form.is_valid():
        context |= _checklist_context(request, form.cleaned_data)
        context["watch_form"] = WatchForm(initial={"name": context.get("title", "")})
    return render(request, "rules/checklist.html", context)


@door("public")
@require_POST
def save_checklist(request: HttpRequest) -> HttpResponse:
    """Keep the question as a watch and send the link. With faults the page comes back with what was typed."""
    form = ChecklistForm(_take_purpose(request.POST))
    watch_form = WatchForm(request.POST)
    if not form.is_valid():
        return render(request, "rules/checklist.html", {"form": form, "asked": True}, status=422)
    context = {"form": form, "asked": True, "watch_form": watch_form} | _checklist_context(request, form.cleaned_data)
    if not watch_form.is_valid() or "question" not in context:
        return render(request, "rules/checklist.html", context, status=422)
    wish = make_wish(context["question"], watch_form.cleaned_data, get_language() or "en", context["title"])
    try:
        kept = save_within_limits(request, wish)
        count_uses(step.line.code for step in context["shown"].steps)
    except Refused as refused:
        watch_form.add_error(None, refused.sentence)
        return render(request, "rules/checklist.html", context, status=429)
    return show_saved(request, kept)


def _take_purpose(asked: QueryDict) -> QueryDict:
    """Return a question with what it is about: selling unless said otherwise, as the API takes it."""
    typed = asked.copy()
    typed["purpose"] = asked.get("purpose") or str(Purpose.SELL)
    return typed


def _checklist_context(request: HttpRequest, typed: dict) -> dict:
    purpose, language = Purpose(typed["purpose"]), get_language() or "en"
    day = typed["on"] or timezone.localdate()
    goods = find_goods_meant(typed, purpose)
    offer = _offer_context(typed, day)
    if not goods:
        return offer or {"unknown_goods": typed["goods"]}
    book = access.read_published_book()
    found = list_answers(book, goods, find_shipment_meant(typed), day, purpose)
    unread = "" if typed["hs"] else find_unread_goods(typed["goods"])
    if len(found) > 1 or unread:
        choices = show_goods_choices(goods, found, lambda code: _address_with(request, hs=code))
        return {"choices": choices, "unread": unread}
    chosen = goods[0]
    question = write_question(typed, chosen)
    return {
        "shown": show_checklist(found[0], timezone.localdate()),
        "boxes": show_boxes(found[0], timezone.localdate()) if found[0].verdict else None,
        "question": question,
        "title": write_title(question, language),
        "chosen": chosen,
        "day": day,
        "hidden": _hidden_fields(question, day),
        "condition": CONDITIONS.get(question["condition"], ""),
        "stopped_beside": _list_stopped_beside(request, typed, found[0].verdict),
        "by_condition": show_conditions(
            found[0].verdict, lambda said: _address_with(request, hs=chosen.hs, condition=said)
        ),
    } | (offer if purpose is Purpose.INVEST else {})


def _list_stopped_beside(request: HttpRequest, typed: dict, verdict: Verdict | None) -> list[tuple[str, str, str]]:
    """Return code, name and address of goods of the same heading that may not pass, where goods were named in words."""
    if typed["hs"] or read_typed_code(typed["goods"]) or verdict is None:
        return []
    codes = list_stopped_beside(access.read_published_book(), verdict)
    return [(code, say_code(code), _address_with(request, hs=code)) for code in codes]


def _offer_context(typed: dict, day: date) -> dict:
    """Return what is offered to the line of business that was typed instead of goods; empty where none was."""
    book, today = access.read_published_book(), timezone.localdate()
    offer = find_offer(book, typed["goods"], typed["destination"], day) if typed["goods"] else None
    if offer is None:
        return {}
    lines = [shape_measure(one, book.standing(one, day), today) for one in (*offer.naming, *offer.general)]
    return {"offer": offer, "offer_lines": lines}


def _address_with(request: HttpRequest, **said: str) -> str:
    query = request.GET.copy() if request.method == "GET" else request.POST.copy()
    for name in ("csrfmiddlewaretoken", "email", "frequency", "name"):
        query.pop(name, None)
    for name, value in said.items():
        query[name] = value
    return f"?{query.urlencode()}"


def _hidden_fields(question: dict, day: date) -> list[tuple[str, str]]:
    """Return the question as hidden fields of the form that saves it."""
    plain = [
        (name, question[name]) for name in ("purpose", "goods", "hs", "origin", "destination", "mode", "condition")
    ]
    return [*plain, *(("transit", country) for country in question["transit"]), ("on", day.isoformat())]
