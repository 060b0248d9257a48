"""The form by which somebody chooses when mails come."""

from django import forms
from django.utils.translation import gettext_lazy as _

from landsea.mailroom.hours import Hours
from landsea.mailroom.models import MailChoice

HOURS = [("", "–"), *((str(hour), f"{hour:02d}:00") for hour in range(24))]


class MailChoiceForm(forms.Form):
    """At once or once a day, and the quiet hours."""

    daily = forms.ChoiceField(
        label=_("When do mails come?"),
        choices=[("no", _("at once, one by one")), ("yes", _("once a day, all in one"))],
        widget=forms.RadioSelect,
    )
    daily_hour = forms.ChoiceField(label=_("At what hour comes the daily mail?"), choices=HOURS[1:])
    quiet_from = forms.ChoiceField(label=_("No mails from"), choices=HOURS, required=False)
    quiet_until = forms.ChoiceField(
        label=_("until"),
        choices=HOURS,
        required=False,
        help_text=_(
            "On your own clock. What comes up in these hours waits until they end. Leave both open to be written to at any "
            "hour."
        ),
    )

    def hours(self) -> Hours:
        """Return the hours of a filled form."""
        quiet = [self.cleaned_data[name] for name in ("quiet_from", "quiet_until")]
        begins, ends = (int(one) if one else None for one in quiet)
        return Hours(int(self.cleaned_data["daily_hour"]), begins, ends)


def make_initial_values(choice: MailChoice | None) -> dict[str, str]:
    """Return what the form shows first."""
    if choice is None:
        return {"daily": "no", "daily_hour": "8"}
    shown = {"daily": "yes" if choice.daily else "no"}
    for name in ("daily_hour", "quiet_from", "quiet_until"):
        value = getattr(choice, name)
        shown[name] = "" if value is None else str(value)
    return shown
