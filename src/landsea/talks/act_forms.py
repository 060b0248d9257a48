"""The forms of what either side does about a talk: offer times, agree to one, say where, call off, write what was said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from landsea.base.actors import Actor
from landsea.base.ui.act_forms import FormOfAct, make_table
from landsea.base.ui.fields import MomentField, make_words_field
from landsea.cases.models import Case
from landsea.talks.actions import arrange

LONGEST_WORDS = 20_000


@dataclass(frozen=True)
class Press:
    """One press of a form's button: by whom, on which case, when, with which key."""

    actor: Actor
    ref: str
    now: datetime
    key: str


class TimesField(forms.MultipleChoiceField):
    """Times as the page offered them, as instants in UTC; which ones they may be, the act says."""

    def to_python(self, value: Any) -> list[datetime]:
        """Return the times, aware. Raises ValidationError for what is no time."""
        return [_read_instant(one) for one in super().to_python(value)]

    def valid_value(self, value: Any) -> bool:
        """Any instant: what was offered a minute ago need not be offered now."""
        return True


class TalkForm(FormOfAct):
    """The form of one act about a talk. `said` is what the person reads when it is done."""

    said: ClassVar[Any]

    def do(self, press: Press) -> Case:
        """Do the act. Raises what the act raises."""
        raise NotImplementedError


def _lengths_in_words() -> list[tuple[int, str]]:
    return [(one, gettext("%d minutes") % one) for one in arrange.LENGTHS]


class OfferForm(TalkForm):
    """One side offers times."""

    act, said = "offer", _("Your times were offered. The other side chooses one of them.")
    times = TimesField(required=False, error_messages={"invalid_list": _("Choose at least one time that suits you.")})
    another = MomentField(
        label=_("Another time, on your clock"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": _("Write the time as 2026-12-24 10:30.")},
    )
    minutes = forms.TypedChoiceField(label=_("How long?"), coerce=int, choices=_lengths_in_words, initial=30)
    words = make_words_field(_("A few words, if you like"), LONGEST_WORDS, area=True)

    def clean_another(self) -> datetime | None:
        """Return the time in UTC."""
        at = self.cleaned_data["another"]
        return _in_utc(at) if at else None

    def do(self, press: Press) -> Case:
        typed = self.cleaned_data
        times = [*typed["times"], *([typed["another"]] if typed["another"] else [])]
        about = {"minutes": typed["minutes"], "words": typed["words"]}
        return arrange.offer_times(press.actor, press.ref, times, **about, now=press.now, key=press.key)


class AgreeForm(TalkForm):
    """The other side chooses."""

    act, said = "agree", _("The talk is agreed. Both sides get it for their calendars.")
    at = forms.CharField(max_length=40, error_messages={"required": _("Choose one of the times.")})
    call_link = make_words_field(_("Where you meet: a link or a telephone number"), 300)

    def clean_at(self) -> datetime:
        """Return the time, aware."""
        return _read_instant(self.cleaned_data["at"])

    def do(self, press: Press) -> Case:
        typed = self.cleaned_data
        how = {"call_link": typed["call_link"], "now": press.now, "key": press.key}
        return arrange.agree_time(press.actor, press.ref, typed["at"], **how)


class LinkForm(TalkForm):
    """Either side says where both meet."""

    act, said = "link", _("Both sides were told where you meet.")
    call_link = make_words_field(_("Where you meet: a link or a telephone number"), 300)

    def do(self, press: Press) -> Case:
        return arrange.set_call_link(
            press.actor, press.ref, self.cleaned_data["call_link"], now=press.now, key=press.key
        )


class CancelForm(TalkForm):
    """Either side calls the talk off."""

    act, said = "cancel", _("The talk is called off; the other side was told.")
    reason = make_words_field(_("Why?"), LONGEST_WORDS)

    def do(self, press: Press) -> Case:
        return arrange.cancel_talk(press.actor, press.ref, self.cleaned_data["reason"], now=press.now, key=press.key)


class NoteForm(TalkForm):
    """Either side writes what was said."""

    act, said = "note", _("What was said is written on the case now.")
    note = make_words_field(_("What was said"), LONGEST_WORDS, area=True)

    def do(self, press: Press) -> Case:
        return arrange.keep_what_was_said(
            press.actor, press.ref, self.cleaned_data["note"], now=press.now, key=press.key
        )


TALK_FORMS: Mapping[str, type[TalkForm]] = make_table(OfferForm, AgreeForm, LinkForm, CancelForm, NoteForm)


def _read_instant(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise forms.ValidationError(_("Choose one of the times."))
    return _in_utc(at)


def _in_utc(at: datetime) -> datetime:
    try:
        return at.astimezone(UTC)
    except OverflowError:
        raise forms.ValidationError(_("Choose one of the times.")) from None
