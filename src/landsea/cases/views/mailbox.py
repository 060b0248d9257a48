"""The filer's mailbox: the case as its filer sees it, and what a filer can do. `mailbox_door` lets the holder in."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.files.papers import send_as_attachment
from landsea.base.offline.keeping import keep_on_device
from landsea.base.refusal import Refused
from landsea.base.secret_links import compute_digest
from landsea.cases import access
from landsea.cases.actions import filer_moves
from landsea.cases.actions.act_under_way import AlreadyDone
from landsea.cases.actions.hold_file import keep_only, read_as_stored
from landsea.cases.actions.new_link import link_replaced_with, replace_link
from landsea.cases.actions.reply import reply_as_filer
from landsea.cases.doors import SECRET, Opened, name_cookie, open_mailbox
from landsea.cases.forms import FORM_KEY, LONGEST_TEXT
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea.cases.mailbox_page import page_context
from landsea.cases.views.filing_papers import (
    find_form_key,
    hold_as_json,
    make_uploader_context,
    take_form_turn,
    take_papers,
)
from landsea.cases.views.mailbox_door import go_to, show_closed
from landsea_core.caseflow import State
from landsea_core.text import clean_text

MOVES = {
    "confirm": filer_moves.confirm_outcome,
    "dispute": filer_moves.dispute_outcome,
    "withdraw": filer_moves.withdraw_case,
    "reopen": filer_moves.reopen_case,
}
ACTS = ("reply", "new_link", *MOVES)


@door("mailbox")
@keep_on_device("case")
@require_safe
def show_mailbox(request, ref: str):
    """The case as its filer sees it."""
    opened = open_mailbox(request, ref)
    if opened is None:
        return show_closed(request)
    if opened.case.ref != ref:
        return go_to(opened.case.ref, opened.secret)
    return _mailbox_page(request, opened)


@door("mailbox")
@require_POST
def act_in_mailbox(request, ref: str, act: str):
    """Reply, confirm, dispute, withdraw, reopen or ask for a new link. Each form's key acts once."""
    if act not in ACTS:
        raise Http404
    opened, key = open_mailbox(request, ref), find_form_key(request)
    if opened is None:
        return _closed_unless_just_replaced(request, ref, act, key)
    try:
        if act == "new_link":
            return _with_new_link(request, opened, key)
        done = _reply_with_papers(request, opened, key) if act == "reply" else _make_move(request, opened, act, key)
    except AlreadyDone as again:
        done = again.case
    except Refused as refused:
        return _mailbox_page(
            request, open_mailbox(request, ref) or opened, refused=[refused.sentence], act=act, key=key, status=409
        )
    if isinstance(done, HttpResponse):
        return done
    messages.success(request, _done_sentence(act))
    if act == "reply" and done.state == State.PROPOSED:
        messages.info(request, gettext("It still waits for your word whether it is solved: confirm it, or dispute it."))
    return HttpResponseRedirect(reverse("mailbox", args=[done.ref]))


@door("mailbox")
@require_safe
def send_mailbox_file(request, ref: str, file_id: int):
    """One paper of the case, as an attachment."""
    opened = open_mailbox(request, ref)
    if opened is None:
        return show_closed(request)
    return send_as_attachment(
        get_object_or_404(access.list_files(opened.actor, opened.case), pk=file_id, redacted_at=None)
    )


@door("mailbox")
@require_POST
def take_mailbox_paper(request, ref: str, digest: str):
    """Take one file for a reply that is being written."""
    if open_mailbox(request, ref) is None:
        raise Http404
    return hold_as_json(request, digest)


def _reply_with_papers(request, opened: Opened, key: str):
    digest = compute_digest(key)
    with take_form_turn(request, digest):
        refused = take_papers(request, digest)
        if refused or "take_out" in request.POST:
            return _mailbox_page(request, opened, refused=refused, act="reply", key=key, status=422)
        held = access.list_held_for(digest)
        words, seen = _typed_words(request), _act_arguments(request)
        done = reply_as_filer(opened.actor, opened.case.ref, words, files=read_as_stored(held), key=key, **seen)
        keep_only(digest, [])
        return done


def _make_move(request, opened: Opened, act: str, key: str):
    return MOVES[act](opened.actor, opened.case.ref, _typed_words(request), key=key, **_act_arguments(request))


def _with_new_link(request, opened: Opened, key: str):
    secret = replace_link(opened.actor, opened.case.ref, now=timezone.now(), key=key)
    messages.success(request, _done_sentence("new_link"))
    return go_to(opened.case.ref, secret)


def _closed_unless_just_replaced(request, ref: str, act: str, key: str):
    old = request.COOKIES.get(name_cookie(ref), "")
    link = link_replaced_with(old, key) if act == "new_link" and SECRET.fullmatch(old) else None
    return go_to(link.case.ref, MAILBOX_LINKS.secret_of(link.nonce)) if link else show_closed(request)


def _typed_words(request) -> str:
    body = clean_text(request.POST.get("body", "")).text
    if len(body) > LONGEST_TEXT:
        raise Refused(
            "too_long",
            gettext("This is %(long)s characters long; at most %(most)s fit. Put the rest into a file.")
            % {"long": len(body), "most": LONGEST_TEXT},
        )
    return body


def _act_arguments(request) -> dict:
    version = request.POST.get("version", "")
    seen = int(version) if version.isdecimal() and len(version) < 9 else None
    return {"now": timezone.now(), "seen_version": seen}


def _mailbox_page(request, opened: Opened, *, refused=(), act: str = "", key: str = "", status: int = 200):
    context = page_context(opened.case, opened.actor, timezone.now())
    key = key if FORM_KEY.fullmatch(key) else find_form_key(request)
    context |= make_uploader_context(key, "mailbox_papers", opened.case.ref)
    context |= {
        "key": key,
        "refused": refused,
        "typed": {"act": act, "body": clean_text(request.POST.get("body", "")).text} if act else {},
        "link": settings.PUBLIC_ADDRESS + reverse("mailbox_link", args=[opened.secret]),
    }
    return render(request, "cases/mailbox.html", context, status=status)


def _done_sentence(act: str) -> str:
    return {
        "reply": gettext("Your message was sent; the desk was told."),
        "confirm": gettext("You confirmed the outcome. The case is closed; thank you for saying so."),
        "dispute": gettext("You disputed the outcome. The desk was told, and its clock for a solution runs again."),
        "withdraw": gettext("You withdrew the case. You can open it again within 30 days."),
        "reopen": gettext("The case is open again. Its desk was told."),
        "new_link": gettext("Here is your new link. The old one opens nothing any more."),
    }[act]
