"""The work list of whoever writes asks: how the book is used, and what was written freely because no ask fitted."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.requests import ActorRequest
from landsea.phrases.access import count_phrases, list_free_words_to_settle
from landsea.phrases.actions.settle_words import settle_free_words
from landsea.phrases.book import get_phrasebook
from landsea_core.phrasebook.saying import find_wording

SHOWN = 50


@door("coordinator")
@require_safe
def show_work_list(request: ActorRequest) -> HttpResponse:
    """What was written freely, the newest first, with the asks that were offered and not taken."""
    book, language = get_phrasebook(), get_language() or "en"
    rows = [
        (row, [(code, find_wording(book.asks[code].says, language)[0]) for code in row.offered if code in book.asks])
        for row in list_free_words_to_settle(request.actor)[:SHOWN]
    ]
    return render(request, "phrases/work_list.html", {"rows": rows, "counts": count_phrases(request.actor)})


@door("coordinator")
@require_POST
def settle_words(request: ActorRequest, words_id: int) -> HttpResponse:
    """Take one off the list."""
    settle_free_words(request.actor, words_id, now=timezone.now())
    return HttpResponseRedirect(reverse("phrases_work"))
