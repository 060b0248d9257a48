"""Watches: rules that somebody wants to hear of, and checklists that they keep with their papers. No key is needed: the link
goes to the address by mail, and is told here only where there is none, as on the page.
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext

from landsea.api.form_bodies import Body
from landsea.api.operations import Answered, Asked, Operation
from landsea.api.parameters import SECRET_IN_PATH
from landsea.api.problems import Fault, Problem
from landsea.api.refusing import refuse_floods
from landsea.api.watch_shapes import ENDED, SAVED, WATCH, show_secret_without_mail
from landsea.base.actors import ANONYMOUS, Actor
from landsea.base.limits.spending import spend_limit
from landsea.base.outgoing.public_network import NotAllowed
from landsea.rules import access
from landsea.rules.actions import set_hook, watch
from landsea.rules.actions.uses import count_uses
from landsea.rules.checklist_questions import (
    find_goods_meant,
    find_shipment_meant,
    make_wish,
    write_question,
    write_title,
)
from landsea.rules.forms import ChecklistForm, HookForm, InterestForm, PaperForm, WatchForm
from landsea.rules.goods_readings import list_answers
from landsea.rules.labels import FREQUENCIES
from landsea.rules.meant_goods import find_unread_goods
from landsea.rules.models import Watch
from landsea_core.rules import Purpose


class KeptChecklistForm(ChecklistForm, WatchForm):
    """A checklist that is kept: the question, how often to hear of it, and where."""


class FrequencyForm(forms.Form):
    """How often mails come."""

    frequency = forms.ChoiceField(choices=list(FREQUENCIES.items()))


class RequirementForm(PaperForm):
    """A requirement that is met, or is not after all. The page's field `key` is what a program's own key is called."""

    key = None
    requirement = forms.CharField(max_length=40, help_text="the key of the requirement, as the checklist has it")
    taken_back = forms.BooleanField(required=False, help_text="true: it is not met after all")


def spend_watch(asked: Asked) -> None:
    """Count one more watch without an address from this network. Raises Problem when there were too many."""
    if not asked.form.cleaned_data["email"] and not spend_limit(asked.request, "keep"):
        raise Problem("too-often", gettext("Much was logged from your connection within the hour. Send it later."))


def save_interest(asked: Asked) -> Answered:
    """Keep a watch on goods, countries, ways, kinds and places."""
    typed = asked.form.cleaned_data
    lists = {name: tuple(typed[name]) for name in ("hs", "origins", "destinations", "places", "modes", "kinds")}
    plain = {name: typed[name] for name in ("email", "frequency", "name", "of_cases")}
    return _save(asked, watch.Wish(language=asked.language, **plain, **lists))


def save_checklist(asked: Asked) -> Answered:
    """Keep a checklist with its papers."""
    typed = asked.form.cleaned_data
    purpose = Purpose(typed["purpose"])
    goods = find_goods_meant(typed, purpose)
    if not goods:
        sentence = gettext("These goods are not known here. Send their HS code in the field hs.")
        raise Problem("faults", sentence, faults=[Fault("/goods", sentence)])
    day = typed["on"] or timezone.localdate()
    found = list_answers(access.read_published_book(), goods, find_shipment_meant(typed), day, purpose)
    if (unread := "" if typed["hs"] else find_unread_goods(typed["goods"])) or len(found) > 1:
        codes = ", ".join(f"{one.hs} {one.name}" for one in goods)
        sentence = gettext("These words mean several goods with other rules. Send one of these codes: %(codes)s.")
        if unread:
            sentence = gettext("These goods are not known here. Send their HS code in the field hs.")
        raise Problem("faults", sentence % {"codes": codes}, faults=[Fault("/hs", sentence % {"codes": codes})])
    question = write_question(typed, goods[0])
    answered = _save(asked, make_wish(question, typed, asked.language, write_title(question, asked.language)))
    count_uses(entry.measure.code for entry in found[0].entries)
    return answered


def _save(asked: Asked, wish: watch.Wish) -> Answered:
    with refuse_floods():
        kept = watch.save_watch(wish, actor=_whose(asked), now=asked.now)
    secret = show_secret_without_mail(kept)
    return Answered(SAVED.of(kept), headers={"Location": f"/api/v1/watches/{secret}"} if secret else {})


def _whose(asked: Asked) -> Actor:
    """Return who keeps it: a watch on one's own cases is for a key that may read them."""
    return asked.actor if "cases:read" in asked.caller.scopes else ANONYMOUS


def show_watch(asked: Asked) -> dict[str, Any]:
    """Return a watch, by the secret of its page."""
    return WATCH.of(access.find_watch_with_secret(asked.path["secret"]))


def _act(do: Callable[[Asked, Watch], Any]) -> Callable[[Asked], dict[str, Any]]:
    """Return what does an act on the watch of the path and answers with it."""

    def act(asked: Asked) -> dict[str, Any]:
        do(asked, access.find_watch_with_secret(asked.path["secret"]))
        return show_watch(asked)

    return act


def _note_paper(asked: Asked, kept: Watch) -> None:
    typed = asked.form.cleaned_data
    if typed["taken_back"]:
        watch.take_back_paper(kept, typed["requirement"], now=asked.now)
    else:
        watch.note_paper(kept, typed["requirement"], name=typed["name"], expires_on=typed["expires_on"], now=asked.now)


def _set_receiver(asked: Asked, kept: Watch) -> None:
    try:
        set_hook.set_hook(kept, asked.form.cleaned_data["url"], now=asked.now)
    except NotAllowed as refused:
        raise Problem("faults", str(refused), faults=[Fault("/url", str(refused))]) from refused


def end_watch(asked: Asked) -> dict[str, Any]:
    """End a watch: no more mails, its page and feeds close."""
    watch.end_watch(access.find_watch_with_secret(asked.path["secret"]), now=asked.now)
    return ENDED.of(True)


GROUP: dict[str, Any] = {"group": "Watches"}
_ACTS: tuple[tuple[str, str, str, Callable[[Asked, Watch], Any], Body | None], ...] = (
    (
        "confirm",
        "confirm_watch",
        "Confirm it, with the secret that came by mail: mails begin",
        lambda asked, kept: watch.confirm_watch(kept, now=asked.now),
        None,
    ),
    (
        "frequency",
        "set_watch_frequency",
        "Say how often mails come",
        lambda asked, kept: watch.set_frequency(kept, asked.form.cleaned_data["frequency"], now=asked.now),
        Body(FrequencyForm),
    ),
    ("papers", "note_paper", "Note a requirement as met, or take that back", _note_paper, Body(RequirementForm)),
    (
        "feeds",
        "renew_watch_feeds",
        "Give its feeds new addresses; the old ones close",
        lambda asked, kept: watch.renew_feeds(kept, now=asked.now),
        None,
    ),
    ("receiver", "set_watch_receiver", "Have its changes posted to a receiver", _set_receiver, Body(HookForm)),
    (
        "receiver/remove",
        "remove_watch_receiver",
        "Take the receiver away",
        lambda asked, kept: set_hook.remove_hook(kept, now=asked.now),
        None,
    ),
)
OPERATIONS = [
    Operation(
        "POST",
        "/watches",
        "save_watch",
        "Watch rules by goods, countries, ways, kinds and places",
        save_interest,
        SAVED,
        body=Body(InterestForm),
        status=201,
        spend=spend_watch,
        **GROUP,
    ),
    Operation(
        "POST",
        "/kept-checklists",
        "save_checklist",
        "Keep a checklist, and hear when its rules change",
        save_checklist,
        SAVED,
        body=Body(KeptChecklistForm),
        status=201,
        spend=spend_watch,
        **GROUP,
    ),
    Operation(
        "GET",
        "/watches/{secret}",
        "show_watch",
        "A watch, what changed, its papers, feeds and receiver",
        show_watch,
        WATCH,
        in_path=SECRET_IN_PATH,
        **GROUP,
    ),
    *(
        Operation(
            "POST",
            f"/watches/{{secret}}/{path}",
            name,
            says,
            _act(do),
            WATCH,
            body=body,
            in_path=SECRET_IN_PATH,
            **GROUP,
        )
        for path, name, says, do, body in _ACTS
    ),
    Operation(
        "POST",
        "/watches/{secret}/end",
        "end_watch",
        "End it: no more mails, its page and feeds close",
        end_watch,
        ENDED,
        in_path=SECRET_IN_PATH,
        **GROUP,
    ),
]
