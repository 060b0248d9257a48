"""The words that coordinators lay over the lexicon files: written, looked at, put in force, taken back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_POST

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.teaching import access
from landsea.teaching.actions import word_entries as acts
from landsea.teaching.examples import count_heard
from landsea.teaching.forms import WordForm
from landsea.teaching.labels import (
    KEEPS,
    WORD_KINDS,
    WORD_STATES,
    describe_value,
)
from landsea.teaching.mapping import make_term
from landsea.teaching.models import WordState
from landsea_core.text.default_reader import get_default_reader

SHOWN = 100
ACTS = {"force": acts.put_in_force, "back": acts.take_back}


@door("coordinator")
@require_http_methods(["GET", "HEAD", "POST"])
def show_words(request: HttpRequest) -> HttpResponse:
    """List the words, the last first, and take a new one as a draft."""
    if request.method != "POST":
        return _words_page(
            request, WordForm(initial={name: request.GET.get(name, "") for name in ("kind", "value", "term")})
        )
    form = WordForm(request.POST)
    if not form.is_valid():
        return _words_page(request, form)
    term = form.term
    acts.write_word(
        request.actor,
        kind=term.kind,
        value=term.value,
        lang=term.lang,
        term=term.term,
        weight=term.weight,
        keep=term.keep,
        why=form.cleaned_data["why"],
        now=timezone.now(),
    )
    messages.success(request, gettext("Kept as a draft. Look at where it is heard, then put it in force."))
    return HttpResponseRedirect(reverse("teaching_words"))


@door("coordinator")
@require_POST
def change_word(request: HttpRequest, entry_id: int, act: str) -> HttpResponse:
    """Put a word in force, or take it back."""
    if act not in ACTS:
        raise Http404
    try:
        ACTS[act](request.actor, entry_id, now=timezone.now())
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        done = {
            "force": gettext("Texts are read with this word from now on."),
            "back": gettext("Texts are read without it from now on."),
        }
        messages.success(request, done[act])
    return HttpResponseRedirect(reverse("teaching_words"))


def _words_page(request: HttpRequest, form: WordForm) -> HttpResponse:
    language = get_language() or "en"
    rows = [_row_of(entry, language) for entry in access.list_words(request.actor)[:SHOWN]]
    context = {"form": form, "rows": rows, "version": get_default_reader().lexicon.version}
    return render(request, "teaching/words.html", context, status=422 if form.errors else 200)


def _row_of(entry, language: str) -> dict:
    is_draft = entry.state == WordState.DRAFT
    found = count_heard(make_term(entry)) if is_draft else None
    return {
        "entry": entry,
        "kind_words": WORD_KINDS[entry.kind],
        "value_words": describe_value(entry.kind, entry.value, language) if entry.value else "",
        "keep_words": KEEPS[entry.keep] if entry.keep else "",
        "state": WORD_STATES[entry.state],
        "heard": found,
        "others": found[0] - found[1] if found else 0,
        "is_draft": is_draft,
        "may_take_back": entry.state != WordState.TAKEN_BACK,
    }
