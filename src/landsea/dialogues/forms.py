"""The form of a dialogue's plan: title, day and hours on the clock of its place, languages."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.countries import CORRIDOR, name_country
from landsea.base.ui.fields import make_day_field, make_words_field
from landsea.dialogues.actions.convene import Plan
from landsea.dialogues.labels import KINDS
from landsea.directory.labels import name_languages
from landsea_core.clock.countries import find_usual_hours

INTERPRETED = ("zh", "en", "vi", "lo", "th", "km", "my", "id", "ms", "fil", "pt", "tet")


def make_hour_field(label) -> forms.TimeField:
    """Return a field for an hour of a day."""
    return forms.TimeField(
        label=label,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": _("Choose the hour."), "invalid": _("Write the hour as 14:30.")},
    )


class PlanForm(forms.Form):
    """When, where, in which languages."""

    kind = forms.ChoiceField(label=_("What kind of dialogue?"), choices=list(KINDS.items()))
    day = make_day_field(_("Day"))
    begins = make_hour_field(_("Begins"))
    ends = make_hour_field(_("Ends"))
    country = forms.ChoiceField(label=_("On whose clock?"), help_text=_("The country in which it is held."))
    where = make_words_field(
        _("Room, or address of the video meeting"),
        200,
        required=True,
        error_messages={"required": _("Say where people go, or what they open.")},
    )
    languages = forms.MultipleChoiceField(
        label=_("Interpretation is there for"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        self.fields["country"].choices = [(code, name_country(code, language)) for code in CORRIDOR]
        self.fields["languages"].choices = [(code, name_languages([code], language)) for code in INTERPRETED]
        for code, name in settings.LANGUAGES:
            self.fields[f"title_{code}"] = make_words_field(_("Title (%(language)s)") % {"language": name}, 200)

    def plan(self) -> Plan:
        """Return what was typed, its hours on the clock of the chosen country."""
        cleaned = self.cleaned_data
        zone = find_usual_hours(cleaned["country"]).tz
        begins, ends = (datetime.combine(cleaned["day"], cleaned[hour], ZoneInfo(zone)) for hour in ("begins", "ends"))
        return Plan(
            kind=cleaned["kind"],
            titles={code: cleaned[f"title_{code}"] for code, _name in settings.LANGUAGES},
            starts_at=begins,
            ends_at=ends,
            time_zone=zone,
            where=cleaned["where"],
            languages=tuple(cleaned["languages"]),
        )


def make_initial_values(dialogue, begins: datetime | None = None) -> dict:
    """Return what the form shows for a dialogue that is to be changed; `begins` (aware) is another begin, as long."""
    zone = ZoneInfo(dialogue.time_zone)
    starts_at = begins or dialogue.starts_at
    begins, ends = (at.astimezone(zone) for at in (starts_at, starts_at + (dialogue.ends_at - dialogue.starts_at)))
    country = next((code for code in CORRIDOR if find_usual_hours(code).tz == dialogue.time_zone), "CN")
    found = {
        "kind": dialogue.kind,
        "day": begins.date(),
        "begins": begins.time(),
        "ends": ends.time(),
        "country": country,
        "where": dialogue.where,
        "languages": dialogue.languages,
    }
    return found | {f"title_{language}": title for language, title in dialogue.titles.items()}
