"""What waits for an answer on the pages of a case, and the way to the page of phrases; from a border post to its card."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext

from landsea.base.actors import Actor, make_filer
from landsea.base.ui.cards import card
from landsea.cases.models import Case
from landsea.phrases.access import find_side_in_phrases
from landsea.phrases.ask_panels import make_panels


@card("case_talk", order=5)
def show_asks_to_case(context, case) -> str:
    """For the desk, the coordinator and the association that filed; nothing for who only reads."""
    request = context["request"]
    if find_side_in_phrases(request.actor, case) is None:
        return ""
    return _card(request, request.actor, case, reverse("case_phrases", args=[case.ref]))


@card("mailbox_talk", order=5)
def show_asks_to_filer(context, case) -> str:
    """For who filed."""
    actor = make_filer(case.pk, case.language)
    return _card(context["request"], actor, case, reverse("mailbox_phrases", args=[case.ref]))


@card("answer_asks", order=5)
def show_asks_by_link(context, case, actor) -> str:
    """For a desk without an account."""
    return _card(context["request"], actor, case, reverse("answer_phrases", args=[case.ref]))


@card("corridor_place", order=5)
def show_way_to_post_card(_context, post) -> str:
    """For everybody at a border post that is in service; nothing at another place."""
    if post.kind != "border_post" or post.retired:
        return ""
    address = reverse("phrase_card", args=[post.code])
    return format_html('<p><a href="{}">{}</a></p>', address, gettext("Card for the post"))


def _card(request, actor: Actor, case: Case, address: str) -> str:
    now = timezone.now()
    panels = make_panels(actor, case, now)
    if case.closed_at is not None and not panels.lines:
        return ""
    facts = {"case": case, "asks": panels.asks, "lines": panels.lines, "address": address, "now": now}
    return render_to_string("phrases/card.html", facts, request)
