"""The board for those who put something there, ask to be introduced or register: no key is needed, the answer holds a secret
by which its owner comes back, as on the pages.
"""

from typing import Any

from django import forms
from django.http import Http404

from landsea.api.board_shapes import (
    ASKED_FOR,
    OWN_INTRODUCTION,
    OWN_LISTING,
    OWN_REGISTRATION,
    POSTED,
    REGISTERED,
    REPORTED,
    shape_with_secret,
)
from landsea.api.form_bodies import Body
from landsea.api.operations import Answered, Asked, Operation
from landsea.api.parameters import ID_IN_PATH, SECRET_IN_PATH
from landsea.api.refusing import refuse_floods
from landsea.api.shapes import Shape
from landsea.base.actors import ANONYMOUS
from landsea.base.limits.spending import compute_network_digest
from landsea.base.ui.fields import make_words_field
from landsea.exchange import access
from landsea.exchange.actions import introduce, moderate, places, register
from landsea.exchange.actions.ask_for_introduction import Asking, ask_for_introduction
from landsea.exchange.actions.post import post_listing, withdraw_listing
from landsea.exchange.actions.reword import reword_listing
from landsea.exchange.board_links import BOARD_LINKS
from landsea.exchange.form_postings import make_posting
from landsea.exchange.forms import ApplyingForm, AskingForm, ListingForm, WordsForm
from landsea.exchange.labels import REPORTS
from landsea.exchange.models import Introduction

GROUP = "Exchange: entries, introductions, registrations"


class AnswerWishForm(forms.Form):
    """Whether the owner of an entry wants to meet."""

    answer = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])


class ReportForm(forms.Form):
    """What is wrong with an entry."""

    kind = forms.ChoiceField(choices=list(REPORTS.items()))
    words = make_words_field("", 1000)


def post_entry(asked: Asked) -> Answered:
    """Put an entry on the board, as anybody may; it waits until a person has looked at it."""
    posting = make_posting(asked.form, asked.language)
    with refuse_floods():
        _row, contact = post_listing(ANONYMOUS, posting, network=compute_network_digest(asked.request), now=asked.now)
    return shape_with_secret(POSTED, contact, "exchange_mine", "own-listings")


def show_own(asked: Asked) -> dict[str, Any]:
    """Return an entry as its owner sees it."""
    return OWN_LISTING.of(access.find_contact_with_secret(asked.path["secret"]))


def withdraw_own(asked: Asked) -> dict[str, Any]:
    """Take one's entry off the board."""
    withdraw_listing(access.find_contact_with_secret(asked.path["secret"]), now=asked.now)
    return show_own(asked)


def reword_own(asked: Asked) -> dict[str, Any]:
    """Change the words of one's entry; a business's wait for a look again."""
    contact = access.find_contact_with_secret(asked.path["secret"])
    with refuse_floods():
        reword_listing(contact, **asked.form.cleaned_data, now=asked.now)
    return show_own(asked)


def answer_wish(asked: Asked) -> dict[str, Any]:
    """Agree or decline to meet, as the owner of the entry."""
    contact, wish = access.find_contact_with_secret(asked.path["secret"]), asked.path["id"]
    if not access.list_introductions_of_owner(contact).filter(pk=wish).exists():
        raise Http404
    if asked.form.cleaned_data["answer"] == "yes":
        introduce.agree_to_meet(contact, wish, now=asked.now)
    else:
        introduce.decline_as_owner(contact, wish, now=asked.now)
    return show_own(asked)


def ask_to_meet(asked: Asked) -> Answered:
    """Ask to be introduced to the owner of an entry."""
    listing = access.find_listing(ANONYMOUS, asked.path["id"])
    wish = Asking(**_without_consent(asked), language=asked.language)
    with refuse_floods():
        made = ask_for_introduction(
            ANONYMOUS, listing.pk, wish, network=compute_network_digest(asked.request), now=asked.now
        )
    return shape_with_secret(ASKED_FOR, _again(made), "exchange_asked", "own-introductions")


def show_own_introduction(asked: Asked) -> dict[str, Any]:
    """Return an introduction as its asker sees it."""
    return OWN_INTRODUCTION.of(access.find_introduction_with_secret(asked.path["secret"]))


def register_one(asked: Asked) -> Answered:
    """Register for an event or a programme."""
    listing = access.find_listing(ANONYMOUS, asked.path["id"])
    wish = register.Applying(**_without_consent(asked), language=asked.language)
    with refuse_floods():
        made = register.register_applicant(
            ANONYMOUS, listing.pk, wish, network=compute_network_digest(asked.request), now=asked.now
        )
    return shape_with_secret(REGISTERED, made, "exchange_registration", "own-registrations")


def show_own_registration(asked: Asked) -> dict[str, Any]:
    """Return a registration as its person sees it."""
    return OWN_REGISTRATION.of(access.find_registration_with_secret(asked.path["secret"]))


def give_place_back(asked: Asked) -> dict[str, Any]:
    """Withdraw a registration: whoever waited first moves up."""
    places.withdraw_registration(access.find_registration_with_secret(asked.path["secret"]), now=asked.now)
    return show_own_registration(asked)


def report_entry(asked: Asked) -> dict[str, Any]:
    """Report an entry; reports of several networks hold it until a person has looked."""
    typed, listing = asked.form.cleaned_data, access.find_listing(ANONYMOUS, asked.path["id"])
    network = compute_network_digest(asked.request)
    moderate.report_listing(ANONYMOUS, listing.pk, typed["kind"], typed["words"], network=network, now=asked.now)
    return REPORTED.of(True)


def _without_consent(asked: Asked) -> dict[str, Any]:
    return {name: value for name, value in asked.form.cleaned_data.items() if name != "consent"}


def _again(made: Introduction) -> Introduction:
    """Return an introduction as its own page reads it, with the entry's owner."""
    return access.find_introduction_with_secret(BOARD_LINKS.secret_of(made.nonce))


def _operation(path: str, name: str, says: str, run: Any, answer: Shape, **more: Any) -> Operation:
    method = "POST" if "body" in more or more.pop("writes", False) else "GET"
    return Operation(method, path, name, says, run, answer, group=GROUP, **more)


_OWN = {"in_path": SECRET_IN_PATH}
_MADE = {"status": 201}
OPERATIONS = [
    _operation(
        "/listings",
        "post_listing",
        "Put an entry on the board; a person looks at it before it is shown",
        post_entry,
        POSTED,
        body=Body(ListingForm, form_key="form_key"),
        **_MADE,
    ),
    _operation("/own-listings/{secret}", "show_own_listing", "An entry, for its owner", show_own, OWN_LISTING, **_OWN),
    _operation(
        "/own-listings/{secret}/words",
        "reword_listing",
        "Change title and text of your entry; the old words are not kept",
        reword_own,
        OWN_LISTING,
        body=Body(WordsForm),
        **_OWN,
    ),
    _operation(
        "/own-listings/{secret}/withdraw",
        "withdraw_listing",
        "Take your entry off the board",
        withdraw_own,
        OWN_LISTING,
        writes=True,
        **_OWN,
    ),
    _operation(
        "/own-listings/{secret}/wishes/{id}",
        "answer_wish",
        "Say whether you want to meet somebody who asked",
        answer_wish,
        OWN_LISTING,
        body=Body(AnswerWishForm),
        in_path=SECRET_IN_PATH | ID_IN_PATH,
    ),
    _operation(
        "/listings/{id}/introductions",
        "ask_for_introduction",
        "Ask to be introduced to the owner of an entry",
        ask_to_meet,
        ASKED_FOR,
        body=Body(AskingForm, form_key="form_key"),
        in_path=ID_IN_PATH,
        **_MADE,
    ),
    _operation(
        "/own-introductions/{secret}",
        "show_own_introduction",
        "An introduction, for whoever asked for it",
        show_own_introduction,
        OWN_INTRODUCTION,
        **_OWN,
    ),
    _operation(
        "/listings/{id}/registrations",
        "register_for_event",
        "Register for an event or a programme",
        register_one,
        REGISTERED,
        body=Body(ApplyingForm, form_key="form_key"),
        in_path=ID_IN_PATH,
        **_MADE,
    ),
    _operation(
        "/own-registrations/{secret}",
        "show_own_registration",
        "A registration, for whoever registered",
        show_own_registration,
        OWN_REGISTRATION,
        **_OWN,
    ),
    _operation(
        "/own-registrations/{secret}/withdraw",
        "withdraw_registration",
        "Give your place back",
        give_place_back,
        OWN_REGISTRATION,
        writes=True,
        **_OWN,
    ),
    _operation(
        "/listings/{id}/reports",
        "report_listing",
        "Say what is wrong with an entry",
        report_entry,
        REPORTED,
        body=Body(ReportForm),
        in_path=ID_IN_PATH,
    ),
]
