"""Filing a case: one form that works without script, what was understood of it, the check before sending, the page after.

Everything that is typed comes back with the page. Sending the same form again leads to the case that it made.
"""

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.base.actors import ANONYMOUS, make_filer
from landsea.base.doors import door
from landsea.base.limits.spending import spend_limit
from landsea.base.secret_links import compute_digest
from landsea.base.ui.page_subjects import find_page_subject
from landsea.base.ui.secret_cookies import go_with_secret
from landsea.cases import access
from landsea.cases.actions.file import file_case as file_it
from landsea.cases.actions.file import find_filed_with, make_form_key
from landsea.cases.form_filing import make_filing
from landsea.cases.forms import (
    FORM_KEY,
    FilingForm,
)
from landsea.cases.presenters import find_zone, name_desk, name_desk_place
from landsea.cases.understanding.beginning import fill_from_page, list_what_was_filled
from landsea.cases.understanding.goods_meant import set_goods_meant
from landsea.cases.understanding.lane_of_words import set_lane_of_words
from landsea.cases.understanding.meaning import understand_filing
from landsea.cases.understanding.places_meant import set_place_meant
from landsea.cases.understanding.who_reads import make_nobody_there_context, say_what_follows_silence
from landsea.cases.views.filing_contexts import (
    clean_values,
    find_reader_language,
    make_understood_context,
    review_context,
    strike_fields,
)
from landsea.cases.views.filing_papers import (
    TOO_OFTEN,
    find_form_key,
    find_key_to_go_on_with,
    forget_key,
    hold_as_json,
    make_uploader_context,
    remember_key,
    take_form_turn,
    take_papers,
)
from landsea.directory.access.who_is_there import find_who_is_there

SENT = "sent"

SENT_SECONDS = 3600


@door("public")
@require_http_methods(["GET", "HEAD", "POST"])
def file_case(request):
    """Show the form; check it (`action=check`, `urgent` or `normal`: in that lane); send it (`action=send`).

    What is ready to be sent is never kept waiting by the limit on looking. A form with papers keeps them when the page is
    opened anew.
    """
    if request.method != "POST":
        first = {"key": find_key_to_go_on_with(request), "lane": "", "visibility": "named"}
        form = FilingForm(initial=first | fill_from_page(request.GET))
        page = _form_page(request, form)
        return forget_key(page) if "afresh" in request.GET else page
    key = find_form_key(request)
    with take_form_turn(request, compute_digest(key)):
        return _take_form(request, key)


@door("public")
@require_safe
def show_sent(request):
    """Number, secret link, who has the case now, what is next; reached through a cookie, so that no address holds a
    secret.
    """
    key = request.COOKIES.get(SENT, "")
    filed = find_filed_with(compute_digest(key)) if FORM_KEY.fullmatch(key) else None
    if filed is None or not filed.secret:
        return HttpResponseRedirect(reverse("file_case"))
    link = settings.PUBLIC_ADDRESS + reverse("mailbox_link", args=[filed.secret])
    case = filed.case
    actor = make_filer(case.pk, case.language)
    now = timezone.now()
    context = make_nobody_there_context(case, now, find_reader_language()) | {
        "case": case,
        "link": link,
        "if_silent": say_what_follows_silence(case.desk, find_who_is_there(case.desk, "", now)),
        "open_url": reverse("mailbox_link", args=[filed.secret]),
        "desk": name_desk(case.desk),
        "zone": find_zone(case),
        "desk_place": name_desk_place(case.desk),
        "now": now,
        "running": access.find_running_step(actor, case),
        "has_address": access.has_address(actor, case),
        "words": access.find_words(filed.secret),
    }
    return render(request, "cases/filing_sent.html", context)


@door("public")
@require_POST
def show_understood(request):
    """What was understood of the form so far, as a piece of the page. Past the limit what was understood last stays as it
    is, with a sentence below.
    """
    if not spend_limit(request, "read"):
        return _read_later()
    return render(
        request,
        "cases/filing_understood.html",
        {"known_beside": True} | make_understood_context(clean_values(request.POST)),
    )


@door("public")
@require_POST
def show_review(request):
    """The check before sending, as a piece of the page; or what is still missing."""
    if not spend_limit(request, "check"):
        return render(request, "cases/filing_review.html", {"unread": _many_read()}, status=TOO_OFTEN)
    typed = request.POST.dict()
    form = FilingForm(set_lane_of_words(typed))
    context = {"form": form} | review_context(form, _papers_of(typed), lane_chosen=bool(typed.get("lane")))
    return render(request, "cases/filing_review.html", context)


@door("public")
@require_POST
def take_paper(request, digest: str):
    """Take one file for the form with this key digest; the answer is what uploader.js expects. The form's key comes with it."""
    answer, key = hold_as_json(request, digest), request.POST.get("key", "")
    is_of_form = FORM_KEY.fullmatch(key) and compute_digest(key) == digest
    return remember_key(answer, key) if is_of_form and answer.status_code == 200 else answer


def _take_form(request, key: str) -> HttpResponse:
    """Check the form with this key, or send it."""
    papers_refused = take_papers(request, compute_digest(key))
    struck = set_goods_meant(strike_fields(request.POST.dict()))
    typed = set_place_meant(struck, find_reader_language()) | {"key": key}
    form = FilingForm(set_lane_of_words(typed))
    if not form.is_valid() or papers_refused or request.POST.get("action") != "send":
        if not spend_limit(request, "check"):
            return _unread_page(request, _as_typed(form, typed), papers_refused)
        return _form_page(request, form, papers_refused, typed=typed)
    earlier = access.find_words_filed_with(compute_digest(key))
    if earlier is not None and earlier.text != form.cleaned_data["text"]:
        return _sent_before(request, earlier)
    if earlier is None and not spend_limit(request, "file"):
        sentence = gettext(
            "Many cases came from your connection within the hour. What you typed is still here: send it later."
        )
        return _form_page(request, form, [sentence], status=TOO_OFTEN)
    cleaned = form.cleaned_data
    filing = make_filing(cleaned, understand_filing(cleaned), language=find_reader_language(), form_key=key)
    file_it(filing, actor=ANONYMOUS, now=timezone.now())
    return forget_key(go_with_secret(reverse("case_sent"), SENT, key, seconds=SENT_SECONDS))


def _form_page(request, form: FilingForm, refused: list[str] | None = None, status: int = 200, typed=None):
    """The form's page. `typed` is what the fields show where the checked form says more: a lane left to the words stays so."""
    context = {"form": form, "refused": refused or [], "limit_mb": _limit_mb()} | _page_context(form)
    if form.is_bound:
        typed = typed or form.data
        chosen = bool(typed.get("lane")) or typed.get("action") in {"urgent", "normal"}
        context |= make_understood_context(clean_values(form.data))
        context |= review_context(form, _papers_of(form.data), lane_chosen=chosen)
        status = 422 if form.errors or (refused and status == 200) else status
        context["form"] = form if chosen else _as_typed(form, typed)
    context |= make_uploader_context(form["key"].value(), "filing_papers")
    page = render(request, "cases/filing.html", context, status=status)
    return remember_key(page, form["key"].value()) if context["held"] else page


def _page_context(form: FilingForm) -> dict:
    """The page that the form was opened from, and on the way in what it filled."""
    page = find_page_subject(form["about_page"].value() or "")
    return {"page": page, "filled": [] if form.is_bound else list_what_was_filled(form)}


def _as_typed(form: FilingForm, typed) -> FilingForm:
    """Return the form with the lane left open, as it was typed."""
    return form if typed.get("lane") else FilingForm({**typed, "lane": ""})


def _papers_of(typed) -> list:
    key = typed.get("key", "")
    return access.list_held_for(compute_digest(key)) if FORM_KEY.fullmatch(key) else []


def _limit_mb() -> int:
    return settings.FILE_LIMIT_BYTES // 1024 // 1024


def _unread_page(request, form: FilingForm, refused: list[str]):
    """The form as it was typed, not read: it can be sent all the same."""
    context = {"form": form, "refused": refused, "unread": _many_read(), "limit_mb": _limit_mb()} | _page_context(form)
    context |= make_uploader_context(form["key"].value(), "filing_papers")
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
    typed = {**request.POST.dict(), "key": make_form_key()}
    form = FilingForm(set_lane_of_words(typed))
    sentence = gettext(
        "This form was sent before and is the case %(ref)s. Send it again to file these words as a new case."
    )
    return _form_page(request, form, [sentence % {"ref": case.ref}], status=409, typed=typed)
