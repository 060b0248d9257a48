"""Putting an entry on the board, its owner's page behind the secret link, reports, and what desks do about entries."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.base.doors import door
from landsea.base.limits.spending import compute_network_digest
from landsea.base.refusal import Refused
from landsea.base.ui.countries import name_country
from landsea.directory.models.names import choose_title
from landsea.exchange import access
from landsea.exchange.actions import introduce
from landsea.exchange.actions.post import post_listing, withdraw_listing
from landsea.exchange.actions.reword import is_desks_own, reword_listing
from landsea.exchange.board_links import BOARD_LINKS
from landsea.exchange.form_postings import make_posting
from landsea.exchange.forms import ListingForm, WordsForm
from landsea.exchange.labels import LISTING_STATES, STAGES
from landsea.exchange.models import OFF_THE_BOARD
from landsea.exchange.own_details import make_initial_details
from landsea.exchange.views.sending import send_form

FOLDED = ("sectors", "languages")
"""Long lists of ticks that nobody needs to fill: they stand folded at the form's end."""


@door("public")
@require_http_methods(["GET", "HEAD", "POST"])
def post_new_listing(request):
    """The form of an entry."""
    officer = request.actor.works_at_desks
    if request.method != "POST":
        initial = make_initial_details(request) | {"kind": request.GET.get("kind", "")[:30]}
        return _form_page(request, ListingForm(initial=initial, officer=officer))
    form = ListingForm(request.POST, officer=officer)

    def post_it(_cleaned: dict):
        return post_listing(
            request.actor,
            make_posting(form, get_language() or "en"),
            network=compute_network_digest(request),
            now=timezone.now(),
        )

    done, status = send_form(form, post_it)
    if done is None:
        return _form_page(request, form, status=status)
    _listing, contact = done
    return HttpResponseRedirect(reverse("exchange_mine", args=[BOARD_LINKS.secret_of(contact.nonce)]))


def _form_page(request, form, *, status: int = 200):
    context = {"form": form, "folded": FOLDED, "officer": request.actor.works_at_desks}
    return render(request, "exchange/form.html", context, status=status)


@door("mailbox")
@require_safe
def show_own_listing(request, secret: str):
    """The owner's page: whether the entry is shown, who wants to meet, and the contact of those introduced."""
    return _mine_page(request, access.find_contact_with_secret(secret), secret)


@door("mailbox")
@require_POST
def act_on_mine(request, secret: str, introduction_id: int):
    """Agree or decline to meet, as the owner of an entry."""
    contact, now = access.find_contact_with_secret(secret), timezone.now()
    if not access.list_introductions_of_owner(contact).filter(pk=introduction_id).exists():
        raise Http404
    try:
        if request.POST.get("answer") == "yes":
            introduce.agree_to_meet(contact, introduction_id, now=now)
        else:
            introduce.decline_as_owner(contact, introduction_id, now=now)
    except Refused as refused:
        return _mine_page(request, contact, secret, refused=refused.sentence, status=409)
    messages.success(request, _("Noted."))
    return redirect("exchange_mine", secret=secret)


@door("mailbox")
@require_POST
def change_own_words(request, secret: str):
    """Change the words of one's own entry."""
    contact, form = access.find_contact_with_secret(secret), WordsForm(request.POST)
    done, status = send_form(form, lambda typed: reword_listing(contact, **typed, now=timezone.now()))
    if done is None:
        return _mine_page(request, contact, secret, form=form, status=status)
    waits = done.state != "shown"
    messages.success(
        request,
        _("The words were changed. A person looks at them before they are shown.")
        if waits
        else _("The words were changed."),
    )
    return redirect("exchange_mine", secret=secret)


@door("mailbox")
@require_POST
def withdraw_mine(request, secret: str):
    """Take one's own entry off the board."""
    withdraw_listing(access.find_contact_with_secret(secret), now=timezone.now())
    messages.success(request, _("Your entry was taken off the board."))
    return redirect("exchange_mine", secret=secret)


def _mine_page(request, contact, secret: str, *, form=None, refused: str = "", status: int = 200):
    language = get_language() or "en"
    rows = [
        {
            "introduction": one,
            "country": name_country(one.country, language),
            "stage": STAGES[one.stage],
            "to_answer": one.stage == "asked" and one.owner_at is None,
            "shows_contact": one.stage == "introduced",
        }
        for one in access.list_introductions_of_owner(contact)
    ]
    listing = contact.listing
    own = access.choose_language(listing, contact.language)
    words = {"title": listing.titles.get(own, ""), "text": listing.texts.get(own, "")}
    context = {
        "form": form or WordsForm(initial=words),
        "may_reword": listing.state not in OFF_THE_BOARD,
        "is_looked_at": not is_desks_own(listing, timezone.now()),
        "words_language": own,
        "listing": listing,
        "title": choose_title(contact.listing, language),
        "state": LISTING_STATES[contact.listing.state],
        "rows": rows,
        "secret": secret,
        "link": settings.PUBLIC_ADDRESS + reverse("exchange_mine", args=[secret]),
        "refused": refused,
    }
    return render(request, "exchange/mine.html", context, status=status)
