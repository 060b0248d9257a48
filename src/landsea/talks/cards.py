"""The talk on the case's page and in the mailbox: what is agreed or waits for whom, and the way to its page."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from landsea.base.ui.cards import card
from landsea.cases.access import find_side
from landsea.talks.access import open_talk_of
from landsea.talks.both_clocks import find_clocks
from landsea.talks.talk_page import find_other_clock, shape_talk
from landsea_core.caseflow import Side


@card("case_talk", order=10)
def show_talk_to_case(context, case) -> str:
    """For the desk, the coordinator and the association that filed; nothing for who only reads."""
    request = context["request"]
    side = find_side(request.actor, case)
    if side is None or case.closed_at is not None:
        return ""
    own = Side.FILER if side is Side.FILER else Side.OFFICE
    return _card(request, case, own, reverse("case_talk", args=[case.ref]))


@card("mailbox_talk", order=10)
def show_talk_to_filer(context, case) -> str:
    """For who filed."""
    if case.closed_at is not None:
        return ""
    return _card(context["request"], case, Side.FILER, reverse("mailbox_talk", args=[case.ref]))


@card("answer_talk", order=10)
def show_talk_to_answerer(context, case) -> str:
    """For a desk without an account, on the page of its mailed link."""
    if case.closed_at is not None:
        return ""
    return _card(context["request"], case, Side.OFFICE, reverse("answer_talk", args=[case.ref]))


def _card(request, case, side: Side, address: str) -> str:
    talk, language, clocks = open_talk_of(case), get_language() or "en", find_clocks(case)
    zone, place = find_other_clock(case, clocks, side, language)
    shown = shape_talk(talk, clocks, side, timezone.now(), language) if talk else None
    facts = {"shown": shown, "address": address, "other_zone": zone, "other_place": place, "now": timezone.now()}
    return render_to_string("talks/card.html", facts, request)
