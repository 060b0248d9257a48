"""The page on which the filer of a case, who came by the secret link, offers a translation of a message of that case, or takes
one back.
"""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landsea.base.doors import door
from landsea.base.refusal import TOO_MANY, Refused
from landsea.base.ui.acts_by_link import refuse_flood_by_link
from landsea.base.ui.languages import OWN_NAMES
from landsea.cases.doors import Opened, open_mailbox
from landsea.translating.access import find_translations
from landsea.translating.actions.offer import offer_translation
from landsea.translating.actions.withdraw import may_withdraw, withdraw_translation
from landsea.translating.forms import TranslationForm
from landsea.translating.originals import find_translatable, read_number
from landsea.translating.translation_finding import describe_source
from landsea_core.translations import name_key

_BY_KEY = {name_key(code): name for code, name in OWN_NAMES.items()}


@door("mailbox")
@require_http_methods(["GET", "HEAD", "POST"])
def translate_in_mailbox(request: HttpRequest, ref: str, kind: str, key: str) -> HttpResponse:
    """The original, what it says in other languages already, and the form that offers one more."""
    opened = _opened_for(request, ref, kind, key)
    if request.method != "POST":
        return _page(request, opened, kind, key)
    form = TranslationForm(request.POST, original=find_translatable(opened.actor, kind, key).original.language)
    if not form.is_valid():
        return _page(request, opened, kind, key, form, 422)
    language, text = form.cleaned_data["language"], form.cleaned_data["text"]
    try:
        refuse_flood_by_link("translations of case", opened.case.pk)
        offer_translation(opened.actor, kind, key, language=language, text=text, now=timezone.now())
    except Refused as refused:
        form.add_error("text", refused.sentence)
        return _page(request, opened, kind, key, form, 429 if refused.code == TOO_MANY else 422)
    messages.success(request, _("Your translation is shown beside the original now."))
    return redirect("mailbox", ref=ref)


@door("mailbox")
@require_POST
def take_back_in_mailbox(request: HttpRequest, ref: str, kind: str, key: str) -> HttpResponse:
    """Take back what the filer offered."""
    opened = _opened_for(request, ref, kind, key)
    number = read_number(request.POST.get("translation", "0"))
    if withdraw_translation(opened.actor, kind, key, number, now=timezone.now()):
        messages.success(request, _("The translation was taken back."))
    return redirect("mailbox_translate", ref=ref, kind=kind, key=key)


def _opened_for(request: HttpRequest, ref: str, kind: str, key: str) -> Opened:
    """Return the mailbox to which the text belongs. Raises Http404 where another one, or none, was opened."""
    opened = open_mailbox(request, ref)
    if opened is None or opened.case.ref != ref or find_translatable(opened.actor, kind, key).case_id != opened.case.pk:
        raise Http404
    return opened


def _page(
    request: HttpRequest, opened: Opened, kind: str, key: str, form: TranslationForm | None = None, status: int = 200
) -> HttpResponse:
    found = find_translatable(opened.actor, kind, key)
    language = found.original.language
    rows = [
        {
            "row": row,
            "name": _BY_KEY.get(row.language, row.language),
            "source": describe_source(row),
            "may_withdraw": may_withdraw(opened.actor, row),
        }
        for row in find_translations(found)
    ]
    context = {
        "kind": kind,
        "key": key,
        "original": found.original,
        "language_name": _BY_KEY.get(name_key(language), language),
        "back": reverse("mailbox", args=[opened.case.ref]),
        "take_back": reverse("mailbox_translation_back", args=[opened.case.ref, kind, key]),
        "by_filer": True,
        "rows": rows,
        "form": form or TranslationForm(original=language, initial={"language": name_key(get_language() or "en")}),
    }
    return render(request, "translating/translate.html", context, status=status)
