"""Filing a case: one form that works without script, what was understood of it, the check before sending, the page after.

Everything that is typed comes back with the page. Sending the same form again leads to the case that it made.
"""

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.base.actors import ANONYMOUS, filer_of
from landsea.base.doors import door
from landsea.base.limits.spending import spend_limit
from landsea.base.secret_links import digest_of
from landsea.cases import access
from landsea.cases.actions.file import file_case as file_it
from landsea.cases.actions.file import filed_with, fresh_form_key
from landsea.cases.forms import FORM_KEY, LONGEST_REASON, FilingForm, filing_from
from landsea.cases.reading.chips import chips_of_reading, question_of
from landsea.cases.reading.review import doubts_of, review_of
from landsea.cases.reading.suggesting import suggested
from landsea.cases.reading.understanding import MOST_READ, understand
from landsea.cases.showing import desk_name, desk_place, zone_of
from landsea.cases.views.filing_papers import TOO_OFTEN, form_key_of, held_as_json, take_papers, uploader_context
from landsea_core.caseflow import Lane
from landsea_core.text import clean_text

SENT = "sent"
SENT_SECONDS = 3600


@door("public")
@require_http_methods(["GET", "HEAD", "POST"])
def file_case(request):
    """Show the form; check it (`action=check`, or `urgent`: in that lane); send it (`action=send`). What is ready to be sent is
    never kept waiting by the limit on looking.
    """
    if request.method != "POST":
        text = clean_text(request.GET.get("text", "")).text
        form = FilingForm(initial={"key": fresh_form_key(), "lane": "normal", "visibility": "named", "text": text})
        return _form_page(request, form)
    key = form_key_of(request)
    papers_refused = take_papers(request, digest_of(key))
    data = _made_urgent(_with_struck(request.POST.dict())) | {"key": key}
    form = FilingForm(data)
    if not form.is_valid() or papers_refused or request.POST.get("action") != "send":
        if not spend_limit(request, "check"):
            return _unread_page(request, form, papers_refused)
        return _form_page(request, form, papers_refused)
    earlier = access.words_filed_with(digest_of(key))
    if earlier is not None and earlier.text != form.cleaned_data["text"]:
        return _sent_before(request, earlier)
    if earlier is None and not spend_limit(request, "file"):
        sentence = gettext(
            "Many cases came from your connection within the hour. What you typed is still here: send it later."
        )
        return _form_page(request, form, [sentence], status=TOO_OFTEN)
    cleaned = form.cleaned_data
    filing = filing_from(cleaned, understand(cleaned), language=_language(), form_key=key)
    file_it(filing, actor=ANONYMOUS, now=timezone.now())
    response = HttpResponseRedirect(reverse("case_sent"))
    response.set_cookie(
        SENT,
        key,
        max_age=SENT_SECONDS,
        path=reverse("case_sent"),
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


@door("public")
@require_safe
def sent(request):
    """Number, secret link, who has the case now, what is next; reached through a cookie, so that no address holds a
    secret.
    """
    key = request.COOKIES.get(SENT, "")
    filed = filed_with(digest_of(key)) if FORM_KEY.fullmatch(key) else None
    if filed is None or not filed.secret:
        return HttpResponseRedirect(reverse("file_case"))
    link = settings.PUBLIC_ADDRESS + reverse("mailbox_link", args=[filed.secret])
    case = filed.case
    actor = filer_of(case.pk, case.language)
    context = {
        "case": case,
        "link": link,
        "open_url": reverse("mailbox_link", args=[filed.secret]),
        "desk": desk_name(case.desk),
        "zone": zone_of(case),
        "desk_place": desk_place(case.desk),
        "now": timezone.now(),
        "running": access.running_step_of(actor, case),
        "has_address": access.has_address(actor, case),
    }
    return render(request, "cases/filing_sent.html", context)


@door("public")
@require_POST
def understood(request):
    """What was understood of the form so far, as a piece of the page. Past the limit what was understood last stays as it
    is, with a sentence below.
    """
    if not spend_limit(request, "read"):
        return _read_later()
    return render(request, "cases/filing_understood.html", {"known_beside": True} | _understood(_clean(request.POST)))


@door("public")
@require_POST
def review(request):
    """The check before sending, as a piece of the page; or what is still missing."""
    if not spend_limit(request, "check"):
        return render(request, "cases/filing_review.html", {"unread": _many_read()}, status=TOO_OFTEN)
    form = FilingForm(request.POST)
    return render(request, "cases/filing_review.html", {"form": form} | _review(form))


@door("public")
@require_POST
def papers(request, digest: str):
    """Take one file for the form with this key digest; the answer is what uploader.js expects."""
    return held_as_json(request, digest)


def _form_page(request, form: FilingForm, refused: list[str] | None = None, status: int = 200):
    context = {"form": form, "refused": refused or [], "limit_mb": _limit_mb()}
    if form.is_bound:
        context |= _understood(_clean(form.data)) | _review(form)
        status = 422 if form.errors or (refused and status == 200) else status
    context |= uploader_context(form["key"].value(), "filing_papers")
    return render(request, "cases/filing.html", context, status=status)


def _limit_mb() -> int:
    return settings.FILE_LIMIT_BYTES // 1024 // 1024


def _unread_page(request, form: FilingForm, refused: list[str]):
    """The form as it was typed, not read: it can be sent all the same."""
    context = {"form": form, "refused": refused, "unread": _many_read(), "limit_mb": _limit_mb()}
    context |= uploader_context(form["key"].value(), "filing_papers")
    return render(request, "cases/filing.html", context, status=TOO_OFTEN)


def _many_read() -> str:
    return gettext(
        "Much is being read from your connection just now. You need not wait: all of it is read when you send it."
    )


def _read_later() -> HttpResponse:
    """Put a sentence below what was understood last, and leave that alone."""
    sentence = gettext("Your words are read again in a minute. You need not wait: all of it is read when you send it.")
    response = HttpResponse(escape(sentence), status=TOO_OFTEN)
    response["HX-Retarget"] = "#read-later"
    response["HX-Reswap"] = "innerHTML"
    return response


def _sent_before(request, case):
    """Somebody went back and wrote something else into a form that had been sent: offer it as a new one."""
    form = FilingForm({**request.POST.dict(), "key": fresh_form_key()})
    sentence = gettext(
        "This form was sent before and is the case %(ref)s. Send it again to file these words as a new case."
    )
    return _form_page(request, form, [sentence % {"ref": case.ref}], status=409)


def _understood(typed) -> dict:
    found, language = understand(typed), _language()
    read = suggested(typed, found)
    text, question = typed.get("text", "")[:MOST_READ], question_of(found, read)
    return {
        "chips": chips_of_reading(text, found, read, language),
        "doubts": [*([question] if question else []), *doubts_of(found, language)],
        "known": found if found.topic or found.hs else None,
        "text": text,
        "filer_country": typed.get("filer_country", ""),
    }


def _review(form: FilingForm) -> dict:
    if not form.is_valid():
        return {}
    now, found = timezone.now(), understand(form.cleaned_data)
    filing = filing_from(form.cleaned_data, found, language=_language(), form_key="")
    waits = filing.lane is Lane.NORMAL and found.urgent_words
    return {"review": review_of(filing, now, _language()), "filing": filing, "now": now, "cannot_wait": waits}


def _with_struck(typed: dict[str, str]) -> dict[str, str]:
    """Return the fields with what the pressed button, if it was one of a chip, strikes out of what was understood."""
    return typed | {"struck": f"{typed.get('struck', '')} {typed.get('strike', '')}".strip()}


def _made_urgent(typed: dict[str, str]) -> dict[str, str]:
    """Return the fields in the urgent lane, where that button was pressed; the reason is the filer's own words for it."""
    if typed.get("action") != "urgent":
        return typed
    words = ", ".join(understand(_clean(typed)).urgent_words)[:LONGEST_REASON]
    return typed | {"lane": str(Lane.URGENT), "lane_reason": typed.get("lane_reason", "").strip() or words}


def _clean(typed) -> dict[str, str]:
    return {name: clean_text(str(value)).text for name, value in typed.items()}


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE
