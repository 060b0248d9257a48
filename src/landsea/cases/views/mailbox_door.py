"""The way into a filer's mailbox: following the secret link, and finding a case again by link, by number, or by number and
the words on the slip.

Nobody learns here whether a case exists: a wrong, old or missing link, and a number alone, all lead to the same page,
which says what to do; so does whoever has a link sent to the address that was left.
"""

import re
import unicodedata

from django.conf import settings
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from landsea.base.actors import Actor
from landsea.base.doors import door
from landsea.base.limits.spending import is_limit_spent, spend_limit
from landsea.base.ui.secret_cookies import go_with_secret
from landsea.cases import access
from landsea.cases.actions.send_link_again import order_link
from landsea.cases.actions.use_link import note_use
from landsea.cases.doors import SECRET, name_cookie
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea.cases.views.filing import SENT
from landsea.cases.views.filing_papers import TOO_OFTEN
from landsea_core.text import clean_text
from landsea_core.text.spoken_key import read_key

COOKIE_SECONDS = 12 * 3600
PASTED_LINK = re.compile(r"/m/([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])")
NUMBER = re.compile(
    r"LS[\s\u2010-\u2015\u2212-]{0,3}(\d{4})[\s\u2010-\u2015\u2212-]{1,3}(\d{1,12})", re.ASCII | re.IGNORECASE
)
"""A case's number as people type it: with the hyphens that a keyboard makes of "-", with spaces, without the zeros."""


@door("mailbox")
@require_safe
def open_link(request, secret: str):
    """Prove the secret, keep it in a cookie of this case's pages, and go there."""
    if is_limit_spent(request, "link"):
        return show_closed(request, too_often=True)
    link = access.find_link_with_secret(secret) if SECRET.fullmatch(secret) else None
    if link is None:
        spend_limit(request, "link")
        return show_closed(request)
    note_use(link, now=timezone.now())
    return go_to(link.case.ref, secret)


@door("public")
@require_POST
def find_case(request):
    """Follow a pasted link, or a number with the words on its slip. A number alone reveals nothing: its page asks for more."""
    typed = unicodedata.normalize("NFKC", clean_text(request.POST.get("what", "")).text.strip()[:500])
    words = clean_text(request.POST.get("words", "")).text.strip()[:100]
    pasted = PASTED_LINK.search(typed) or SECRET.fullmatch(typed)
    if pasted:
        return HttpResponseRedirect(reverse("mailbox_link", args=[pasted.group(pasted.re.groups)]))
    number = NUMBER.search(typed)
    if number is None:
        sentence = gettext(
            "This is neither a number like LS-2026-004417 nor a secret link. Copy it from what we sent you."
        )
        return show_closed(request, sentence=sentence, typed=typed, words=words)
    ref = _ref_of(number)
    if words or read_key(typed[number.end() :]):
        return _open_by_words(request, ref, words or typed[number.end() :])
    if settings.SESSION_COOKIE_NAME in request.COOKIES and _is_seen_by(request.actor, ref):
        return HttpResponseRedirect(reverse("case", args=[ref]))
    return HttpResponseRedirect(reverse("mailbox", args=[ref]))


@door("public")
@require_POST
def send_link(request):
    """Have the link of a case sent to the address that was left with it. The page says the same for every number."""
    typed = clean_text(request.POST.get("ref", "")).text.strip()[:40]
    number = NUMBER.search(unicodedata.normalize("NFKC", typed))
    if number is None:
        sentence = gettext("This is no number of a case. It looks like LS-2026-004417.")
        return show_closed(request, sentence=sentence, ref=typed)
    if not spend_limit(request, "keep"):
        sentence = gettext("Many asked from your connection within the hour. Try again later.")
        return show_closed(request, sentence=sentence, ref=typed, status=TOO_OFTEN)
    ref = _ref_of(number)
    order_link(ref)
    return show_closed(request, ref=ref, asked=ref, status=200)


@door("mailbox")
@require_POST
def leave_mailbox(request, ref: str):
    """Forget the secret on this device, also the one of the page after filing; the link itself stays good."""
    response = HttpResponseRedirect(reverse("home"))
    response.delete_cookie(SENT, path=reverse("case_sent"), samesite="Lax")
    if name_cookie(ref) in request.COOKIES:  # otherwise the number may be none, and no name for a cookie
        response.delete_cookie(name_cookie(ref), path=reverse("mailbox", args=[ref]), samesite="Lax")
    return response


def show_closed(
    request,
    *,
    sentence: str = "",
    typed: str = "",
    ref: str = "",
    words: str = "",
    asked: str = "",
    too_often: bool = False,
    status: int = 0,
):
    """Return the page that asks for the link, the same for every reason not to open. The number that its address or a form
    holds stands in its fields; `asked` is the number whose link was asked for.
    """
    ref = ref or request.resolver_match.kwargs.get("ref", "")[:40]
    context = {"sentence": sentence, "typed": typed, "too_often": too_often, "ref": ref, "words": words, "asked": asked}
    status = status or (TOO_OFTEN if too_often else 422 if sentence else 404)
    return render(request, "cases/mailbox_closed.html", context, status=status)


def go_to(ref: str, secret: str) -> HttpResponseRedirect:
    """Go to a mailbox, its secret kept in a cookie that only its own pages are sent."""
    return go_with_secret(reverse("mailbox", args=[ref]), name_cookie(ref), secret, seconds=COOKIE_SECONDS)


def _ref_of(number: re.Match[str]) -> str:
    """Return a case's number as it is kept: LS-2026-001313 of "ls 2026-1313"."""
    return f"LS-{number[1]}-{int(number[2]):06d}"


def _open_by_words(request, ref: str, words: str):
    """Open the mailbox that number and words open together; wrong ones count as a wrong link does. There is no limit for a
    case: whoever has its number could shut out its filer by it, and of 64 bits nobody guesses any without one.
    """
    if is_limit_spent(request, "link"):
        return show_closed(request, too_often=True, ref=ref, words=words)
    key = read_key(words)
    link = access.find_link_with_words(ref, key) if key else None
    if link is None:
        spend_limit(request, "link")
        sentence = gettext(
            "This number and these words open nothing together. Compare them with the slip, letter by letter."
        )
        return show_closed(request, sentence=sentence, ref=ref, words=words)
    note_use(link, now=timezone.now())
    return go_to(link.case.ref, MAILBOX_LINKS.secret_of(link.nonce))


def _is_seen_by(actor: Actor, ref: str) -> bool:
    try:
        access.find_case(actor, ref)
    except Http404:
        return False
    return True
