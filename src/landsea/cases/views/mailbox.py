"""The filer's mailbox: reached by the secret link, which leaves the address bar at once for a cookie of that one case.

Nobody learns here whether a case exists: a wrong, old or missing link, and a number alone, all lead to the same page,
which says what to do.
"""

import re
from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from landsea.accounts.actors import Actor, filer_of
from landsea.accounts.doors import door
from landsea.cases import access, limits
from landsea.cases.actions import filer_moves
from landsea.cases.actions.doing import AlreadyDone, Refused
from landsea.cases.actions.hold_file import as_stored, keep_only
from landsea.cases.actions.new_link import link_replaced_with, replace_link
from landsea.cases.actions.reply import reply
from landsea.cases.actions.use_link import note_use
from landsea.cases.forms import FORM_KEY, LONGEST_TEXT
from landsea.cases.mailbox_page import page_context
from landsea.cases.models import Case
from landsea.cases.papers import download
from landsea.cases.secret_links import digest_of, secret_of
from landsea.cases.views.filing import SENT, TOO_OFTEN, form_key_of, held_as_json, take_papers, uploader_context
from landsea_core.text import clean_text

COOKIE_SECONDS = 12 * 3600
SECRET = re.compile(r"[A-Za-z0-9_-]{43}")
PASTED_LINK = re.compile(r"/m/([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])")
NUMBER = re.compile(r"LS-\d{4}-\d{1,12}")
MOVES = {
    "confirm": filer_moves.confirm,
    "dispute": filer_moves.dispute,
    "withdraw": filer_moves.withdraw,
    "reopen": filer_moves.reopen,
}


@dataclass(frozen=True)
class Opened:
    """A mailbox that its holder proved: the case, the actor, and the secret itself, to be shown to nobody else."""

    case: Case
    actor: Actor
    secret: str


@door("mailbox")
@require_safe
def open_link(request, secret: str):
    """Prove the secret, keep it in a cookie of this case's pages, and go there."""
    if limits.is_spent(request, "link"):
        return _closed(request, too_often=True)
    link = access.link_with_secret(secret) if SECRET.fullmatch(secret) else None
    if link is None:
        limits.spend(request, "link")
        return _closed(request)
    note_use(link, now=timezone.now())
    return _go_to(link.case.ref, secret)


@door("public")
@require_POST
def find_case(request):
    """Follow a number or a pasted link. A number alone reveals nothing: the mailbox asks for the link."""
    typed = clean_text(request.POST.get("what", "")).text.strip()[:500]
    pasted = PASTED_LINK.search(typed) or SECRET.fullmatch(typed)
    if pasted:
        return HttpResponseRedirect(reverse("mailbox_link", args=[pasted.group(pasted.re.groups)]))
    number = NUMBER.search(typed.upper())
    if number is None:
        sentence = gettext("This is neither a number like LS-2026-004417 nor a secret link. Copy it from what we sent you.")
        return _closed(request, sentence=sentence, typed=typed)
    ref = number.group()
    if settings.SESSION_COOKIE_NAME in request.COOKIES and _is_seen_by(request.actor, ref):
        return HttpResponseRedirect(reverse("case", args=[ref]))
    return HttpResponseRedirect(reverse("mailbox", args=[ref]))


@door("mailbox")
@require_safe
def mailbox(request, ref: str):
    """The case as its filer sees it."""
    opened = _opened(request, ref)
    if opened is None:
        return _closed(request)
    if opened.case.ref != ref:
        return _go_to(opened.case.ref, opened.secret)
    return _page(request, opened)


@door("mailbox")
@require_POST
def mailbox_act(request, ref: str, act: str):
    """Reply, confirm, dispute, withdraw, reopen or ask for a new link. Each form's key acts once."""
    if act not in {"reply", "new_link", *MOVES}:
        raise Http404
    opened, key = _opened(request, ref), form_key_of(request)
    # The key is made the act's own: going back and pressing another button must not pass for the first one.
    once = digest_of(f"{act}:{key}")
    if opened is None:
        return _closed_unless_just_replaced(request, ref, act, once)
    try:
        if act == "new_link":
            return _with_new_link(request, opened, once)
        done = _reply(request, opened, key, once) if act == "reply" else _move(request, opened, act, once)
    except AlreadyDone as again:
        done = again.case
    except Refused as refused:
        return _page(request, _opened(request, ref) or opened, refused=[refused.sentence], act=act, key=key, status=409)
    if isinstance(done, HttpResponse):
        return done
    messages.success(request, _said(act))
    return HttpResponseRedirect(reverse("mailbox", args=[done.ref]))


@door("mailbox")
@require_safe
def mailbox_file(request, ref: str, file_id: int):
    """One paper of the case, as an attachment."""
    opened = _opened(request, ref)
    if opened is None:
        return _closed(request)
    return download(get_object_or_404(access.files_for(opened.actor, opened.case), pk=file_id, redacted_at=None))


@door("mailbox")
@require_POST
def mailbox_papers(request, ref: str, digest: str):
    """Take one file for a reply that is being written."""
    if _opened(request, ref) is None:
        raise Http404
    return held_as_json(request, digest)


@door("mailbox")
@require_POST
def leave(request, ref: str):
    """Forget the secret on this device, also the one of the page after filing; the link itself stays good."""
    response = HttpResponseRedirect(reverse("home"))
    response.delete_cookie(SENT, path=reverse("case_sent"), samesite="Lax")
    response.delete_cookie(_cookie(ref), path=reverse("mailbox", args=[ref]), samesite="Lax")
    return response


def _reply(request, opened: Opened, key: str, once: str):
    digest = digest_of(key)
    refused = take_papers(request, digest)
    if refused or "take_out" in request.POST:
        return _page(request, opened, refused=refused, act="reply", key=key, status=422)
    held = access.held_for(digest)
    done = reply(
        opened.actor, opened.case.ref, _words(request), files=as_stored(held), key=once, **_how(request)
    )
    keep_only(digest, [])
    return done


def _move(request, opened: Opened, act: str, once: str):
    return MOVES[act](opened.actor, opened.case.ref, _words(request), key=once, **_how(request))


def _with_new_link(request, opened: Opened, once: str):
    secret = replace_link(opened.actor, opened.case.ref, now=timezone.now(), key=once)
    messages.success(request, _said("new_link"))
    return _go_to(opened.case.ref, secret)


def _closed_unless_just_replaced(request, ref: str, act: str, once: str):
    old = request.COOKIES.get(_cookie(ref), "")
    link = link_replaced_with(old, once) if act == "new_link" and SECRET.fullmatch(old) else None
    return _go_to(link.case.ref, secret_of(link.nonce)) if link else _closed(request)


def _words(request) -> str:
    body = clean_text(request.POST.get("body", "")).text
    if len(body) > LONGEST_TEXT:
        raise Refused(
            "too_long",
            gettext("This is %(long)s characters long; at most %(most)s fit. Put the rest into a file.")
            % {"long": len(body), "most": LONGEST_TEXT},
        )
    return body


def _how(request) -> dict:
    version = request.POST.get("version", "")
    seen = int(version) if version.isdecimal() and len(version) < 9 else None
    return {"now": timezone.now(), "seen_version": seen}


def _opened(request, ref: str) -> Opened | None:
    """Return the mailbox that the request's cookie proves; its case has another number if it was merged since."""
    secret = request.COOKIES.get(_cookie(ref), "")
    link = access.link_with_secret(secret) if SECRET.fullmatch(secret) else None
    if link is None:
        return None
    actor = filer_of(link.case_id, link.case.language)
    return Opened(access.case_for(actor, link.case.ref), actor, secret)


def _page(request, opened: Opened, *, refused=(), act: str = "", key: str = "", status: int = 200):
    context = page_context(opened.case, opened.actor, timezone.now())
    key = key if FORM_KEY.fullmatch(key) else form_key_of(request)
    context |= uploader_context(key, "mailbox_papers", opened.case.ref)
    context |= {
        "key": key,
        "refused": refused,
        "typed": {"act": act, "body": clean_text(request.POST.get("body", "")).text} if act else {},
        "link": settings.PUBLIC_ADDRESS + reverse("mailbox_link", args=[opened.secret]),
    }
    return render(request, "cases/mailbox.html", context, status=status)


def _closed(request, *, sentence: str = "", typed: str = "", too_often: bool = False):
    context = {"sentence": sentence, "typed": typed, "too_often": too_often}
    status = TOO_OFTEN if too_often else 422 if sentence else 404
    return render(request, "cases/mailbox_closed.html", context, status=status)


def _go_to(ref: str, secret: str) -> HttpResponseRedirect:
    """Go to a mailbox, its secret kept in a cookie that only its own pages are sent."""
    address = reverse("mailbox", args=[ref])
    response = HttpResponseRedirect(address)
    response.set_cookie(
        _cookie(ref), secret, max_age=COOKIE_SECONDS, path=address, httponly=True, samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip
    return response


def _cookie(ref: str) -> str:
    return f"mailbox_{ref}"


def _is_seen_by(actor: Actor, ref: str) -> bool:
    try:
        access.case_for(actor, ref)
    except Http404:
        return False
    return True


def _said(act: str) -> str:
    return {
        "reply": gettext("Your message was sent; the desk was told."),
        "confirm": gettext("You confirmed the outcome. The case is closed; thank you for saying so."),
        "dispute": gettext("You disputed the outcome. The desk was told, and its clock for a solution runs again."),
        "withdraw": gettext("You withdrew the case. You can open it again within 30 days."),
        "reopen": gettext("The case is open again. Its desk was told."),
        "new_link": gettext("Here is your new link. The old one opens nothing any more."),
    }[act]
