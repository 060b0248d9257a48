"""The forms of what only the coordinator does with a case."""

from django.utils.translation import gettext_lazy as _

from landsea.cases.access import Need
from landsea.cases.act_forms.act_form import ActForm, Press, make_typed_field
from landsea.cases.act_forms.desk_field import DeskChoice
from landsea.cases.actions.coordinate import hand_on, reassign_case
from landsea.cases.actions.redact import redact_file, redact_words
from landsea.cases.actions.tie import link_cases, merge_cases, split_case
from landsea.cases.models import Case

LONGEST_NUMBER = 30
"""Digits of a row's number that are looked at: more than any row has, so that a longer one is none of ours either."""


class ReassignForm(DeskChoice, ActForm):
    """The case goes to another desk."""

    act, need, may_lose_sight = "reassign", Need.COORDINATE, True
    said = _("%(ref)s was given to its new desk, which was told.")
    reason = make_typed_field()

    def do(self, press: Press) -> Case:
        how = self.once_as_seen(press)
        return reassign_case(press.actor, press.ref, self.chosen_desk, self.cleaned_data["reason"], **how)


class HandOnForm(ActForm):
    """The case goes to a named place outside the mechanism."""

    act, need = "hand_on", Need.COORDINATE
    said = _("%(ref)s was handed on, and the filer told where to go.")
    place = make_typed_field()
    body = make_typed_field()

    def do(self, press: Press) -> Case:
        typed = self.cleaned_data
        return hand_on(press.actor, press.ref, typed["place"], typed["body"], **self.once_as_seen(press))


class LinkForm(ActForm):
    """Two cases belong together."""

    act, need = "link", Need.COORDINATE
    other = make_typed_field()
    reason = make_typed_field()

    def do(self, press: Press) -> Case:
        typed = self.cleaned_data
        return link_cases(press.actor, press.ref, typed["other"], typed["reason"], **self.once(press))


class MergeForm(ActForm):
    """The same filer filed twice."""

    act, need = "merge", Need.COORDINATE
    other = make_typed_field()

    def do(self, press: Press) -> Case:
        return merge_cases(press.actor, press.ref, self.cleaned_data["other"], **self.once_as_seen(press))


class SplitForm(ActForm):
    """A part becomes a case of its own."""

    act, need = "split", Need.COORDINATE
    said = _("The part became the case %(ref)s.")
    body = make_typed_field()
    topic = make_typed_field()
    matter = make_typed_field()
    country = make_typed_field()
    goods = make_typed_field()
    hs = make_typed_field()

    def do(self, press: Press) -> Case:
        names = ("topic", "matter", "country", "goods", "hs")
        about = {name: self.cleaned_data[name] for name in names if self.cleaned_data[name]}
        return split_case(press.actor, press.ref, self.cleaned_data["body"], about, **self.once(press))


class RedactForm(ActForm):
    """Something is blacked out: a file, or words of a message (0 is the problem as it was filed)."""

    act, need = "redact", Need.COORDINATE
    file = make_typed_field()
    message = make_typed_field()
    words = make_typed_field()
    reason = make_typed_field()

    def do(self, press: Press) -> Case:
        typed, how = self.cleaned_data, self.once(press)
        if typed["file"].isdecimal():
            return redact_file(press.actor, press.ref, _number(typed["file"]), typed["reason"], **how)
        return redact_words(press.actor, press.ref, _number(typed["message"]), typed["words"], typed["reason"], **how)


def _number(typed: str) -> int:
    """Return the number that was typed, 0 for none."""
    return int(typed[:LONGEST_NUMBER]) if typed.isdecimal() else 0
