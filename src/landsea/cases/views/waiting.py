"""Filings that waited on a device until the line was back: sent by a page's script, each once, answered in JSON."""

from django.conf import settings
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from landsea.base.actors import ANONYMOUS
from landsea.base.doors import door
from landsea.base.limits.spending import spend_limit
from landsea.base.secret_links import compute_digest
from landsea.cases.actions.file import Filed, find_filed_with
from landsea.cases.actions.file import file_case as file_it
from landsea.cases.form_filing import make_filing
from landsea.cases.forms import FORM_KEY, FilingForm
from landsea.cases.understanding.lane_of_words import set_lane_of_words
from landsea.cases.understanding.meaning import understand_filing
from landsea.cases.views.filing_contexts import find_reader_language
from landsea.cases.views.filing_papers import TOO_OFTEN, take_form_turn, take_papers

REFUSED = 422


@door("public")
@require_http_methods(["GET", "HEAD", "POST"])
def take_waiting(request):
    """Give the word that proves a form is ours; take a filing. The same key again answers with the case that it made: a device
    that heard no answer sends it once more. What cannot be taken is answered with a sentence for each reason.
    """
    if request.method != "POST":
        return JsonResponse({"token": get_token(request)})
    key = request.POST.get("key", "")
    if not FORM_KEY.fullmatch(key):
        return _refuse([gettext("Write it once more, please: this form cannot be recognised.")])
    with take_form_turn(request, compute_digest(key)):
        earlier = find_filed_with(compute_digest(key))
        return _answer_again(request, earlier) if earlier else _take_new(request, key)


def _answer_again(request, earlier: Filed) -> JsonResponse:
    """Answer with the case of this form. Other words in it, of somebody who went back, are left on the device."""
    form = FilingForm(set_lane_of_words(request.POST.dict()))
    if form.is_valid() and form.cleaned_data["text"] != earlier.case.text:
        return _refuse([gettext("Write it once more, please: this form cannot be recognised.")])
    return _answer(earlier)


def _take_new(request, key: str) -> JsonResponse:
    form = FilingForm(set_lane_of_words(request.POST.dict()))
    if not form.is_valid():
        return _refuse(_sentences(form))
    if not spend_limit(request, "file"):
        return JsonResponse({"later": True}, status=TOO_OFTEN)
    if refused := take_papers(request, compute_digest(key)):
        return _refuse(refused)
    cleaned = form.cleaned_data
    filing = make_filing(cleaned, understand_filing(cleaned), language=find_reader_language(), form_key=key)
    return _answer(file_it(filing, actor=ANONYMOUS, now=timezone.now()))


def _answer(filed: Filed) -> JsonResponse:
    link = settings.PUBLIC_ADDRESS + reverse("mailbox_link", args=[filed.secret]) if filed.secret else ""
    return JsonResponse({"ref": filed.case.ref, "link": link})


def _refuse(sentences: list[str]) -> JsonResponse:
    return JsonResponse({"refused": sentences}, status=REFUSED)


def _sentences(form: FilingForm) -> list[str]:
    """Return what is to be put right, each with the name of its field."""
    found = [(name, sentence) for name, sentences in form.errors.items() for sentence in sentences]
    return [f"{form[name].label}: {sentence}" if name in form.fields else str(sentence) for name, sentence in found]
