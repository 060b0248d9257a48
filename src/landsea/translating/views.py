"""The page on which somebody offers a translation of one text, has a program translate it, or takes one back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landsea.base.doors import door
from landsea.base.refusal import TOO_MANY, Refused
from landsea.base.requests import ActorRequest
from landsea.base.ui.languages import OWN_NAMES
from landsea.base.ui.translated_words import may_translate
from landsea.translating.access import (
    find_office_spoken_for,
    find_translations,
    find_translations_of_older_words,
    is_shown_first,
)
from landsea.translating.actions.offer import offer_translation
from landsea.translating.actions.translate_by_program import translate_by_program
from landsea.translating.actions.withdraw import may_withdraw, withdraw_translation
from landsea.translating.forms import TranslationForm, list_languages_but
from landsea.translating.originals import find_translatable, read_number
from landsea.translating.programs import find_program
from landsea.translating.translation_finding import describe_source
from landsea_core.translations import name_key

_BY_KEY = {name_key(code): name for code, name in OWN_NAMES.items()}


@door("signed_in")
@require_http_methods(["GET", "HEAD", "POST"])
def translate_page(request: ActorRequest, kind: str, key: str) -> HttpResponse:
    """The original, what it says in other languages already, and the form that offers one more."""
    if request.method != "POST":
        return _page(request, kind, key)
    original = _found_for(request, kind, key).original
    form = TranslationForm(request.POST, original=original.language)
    if not form.is_valid():
        return _page(request, kind, key, form=form, status=422)
    typed, actor = form.cleaned_data, request.actor
    try:
        kept = offer_translation(
            actor,
            kind,
            key,
            language=typed["language"],
            text=typed["text"],
            office_id=find_office_spoken_for(actor),
            now=timezone.now(),
        )
    except Refused as refused:
        form.add_error("text", refused.sentence)
        return _page(request, kind, key, form=form, status=422)
    if is_shown_first(kept):
        messages.success(request, _("Your translation is shown beside the original now."))
    else:
        messages.success(
            request, _("Somebody translated this before you: their words are shown first, and yours after them.")
        )
    return redirect("translate", kind=kind, key=key)


@door("signed_in")
@require_POST
def ask_program(request: ActorRequest, kind: str, key: str) -> HttpResponse:
    """Have the program of this installation translate it into one language."""
    _found_for(request, kind, key)
    try:
        translate_by_program(
            request.actor, kind, key, language=request.POST.get("language", "")[:10], now=timezone.now()
        )
    except Refused as refused:
        return _page(request, kind, key, refused=refused.sentence, status=429 if refused.code == TOO_MANY else 409)
    return redirect("translate", kind=kind, key=key)


@door("signed_in")
@require_POST
def take_back(request: ActorRequest, kind: str, key: str) -> HttpResponseRedirect:
    """Take one back."""
    number = read_number(request.POST.get("translation", "0"))
    if withdraw_translation(request.actor, kind, key, number, now=timezone.now()):
        messages.success(request, _("The translation was taken back."))
    return redirect("translate", kind=kind, key=key)


def _found_for(request: ActorRequest, kind: str, key: str) -> Any:
    """Return the text; a stranger to it gets 404, somebody who reads it but may not translate 403."""
    found = find_translatable(request.actor, kind, key)
    if not may_translate(request.actor):
        raise PermissionDenied
    return found


def _page(
    request: ActorRequest,
    kind: str,
    key: str,
    *,
    form: TranslationForm | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    found = _found_for(request, kind, key)
    original, actor = found.original, request.actor
    own = name_key(get_language() or "en")
    rows = [
        {
            "row": row,
            "is_older": is_older,
            "name": _BY_KEY.get(row.language, row.language),
            "source": describe_source(row),
            "may_withdraw": may_withdraw(actor, row),
        }
        for is_older, held in ((False, find_translations(found)), (True, find_translations_of_older_words(found)))
        for row in held
    ]
    by_people = {row["row"].language for row in rows if not row["row"].program and not row["is_older"]}
    program = find_program()
    context = {
        "kind": kind,
        "key": key,
        "original": original,
        "language_name": _BY_KEY.get(name_key(original.language), original.language),
        "back": found.page,
        "take_back": reverse("translation_back", args=[kind, key]),
        "rows": rows,
        "form": form or TranslationForm(original=original.language, initial={"language": own}),
        "program": program.name if program else "",
        "for_program": [(code, name) for code, name in list_languages_but(original.language) if code not in by_people],
        "own": own,
        "refused": refused,
    }
    return render(request, "translating/translate.html", context, status=status)
