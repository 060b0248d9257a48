"""The filing form: what a filer types, cleaned, with a sentence for whatever cannot be taken as it is."""

import re
from datetime import date, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.countries import list_country_options
from landsea.base.ui.fields import AddressField, DayField, make_words_field
from landsea.base.ui.page_subjects import LONGEST, find_page_subject
from landsea.cases.form_filing import list_matter_options
from landsea.cases.labels import LANES, VISIBILITIES, list_written_languages
from landsea.cases.understanding.lane_of_words import LONGEST_REASON
from landsea.cases.understanding.meaning import NONE_FITS
from landsea_core.caseflow import Lane, Visibility
from landsea_core.text.eras import BUDDHIST_AHEAD

LONGEST_TEXT = 20_000

YEARS_BACK = 10

FORM_KEY = re.compile(r"[0-9a-f]{64}")

UNNAMED = _("Write your name or your firm's, or choose that nobody may know who you are.")

NOT_SAID_URGENT = _("Say in a few words what cannot wait, or choose the normal lane.")

UNKNOWN_COUNTRY = _("This country is not on the list. Choose one of the twelve, or leave it open.")


class FilingForm(forms.Form):
    """One problem, in four questions. `key` is the secret of the form: sent twice, it files once."""

    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    struck = forms.CharField(widget=forms.HiddenInput, required=False, max_length=80)
    text = make_words_field(
        _("In your own words"),
        LONGEST_TEXT,
        area=True,
        required=True,
        help_text=_("In any language. What is stuck, since when, what were you told?"),
        error_messages={"required": _("Write what happened; two sentences are enough.")},
    )
    about_page = forms.CharField(required=False, max_length=LONGEST)
    happened_on = DayField(
        years_ahead=None,
        label=_("When did it happen?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write the day as 2026-03-18, or leave it open.")},
    )
    place_text = make_words_field(
        _("Where is it stuck?"), 200, help_text=_("A border post, port, station, city or office, as you call it.")
    )
    country = forms.ChoiceField(
        label=_("In which country is that?"), required=False, error_messages={"invalid_choice": UNKNOWN_COUNTRY}
    )
    goods = make_words_field(
        _("Which goods?"), 200, help_text=_("A word is enough. Write the HS code too if you know it.")
    )
    filer_country = forms.ChoiceField(
        label=_("Where is your firm?"), required=False, error_messages={"invalid_choice": UNKNOWN_COUNTRY}
    )
    matter = forms.ChoiceField(
        label=_("What is it about?"),
        required=False,
        help_text=_("We read it from your words. Choose here if we read it wrong."),
        error_messages={"invalid_choice": _("This is not on the list. Choose another one, or leave it to us.")},
    )
    written_in = forms.ChoiceField(
        label=_("In which language did you write?"),
        required=False,
        error_messages={"invalid_choice": _("This language is not on the list. Leave it to us.")},
    )
    lane = forms.ChoiceField(
        label=_("How urgent is it?"),
        required=False,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose how urgent it is."),
            "invalid_choice": _("Choose how urgent it is."),
        },
    )
    lane_reason = make_words_field(
        _("What is it that cannot wait?"),
        LONGEST_REASON,
        help_text=_("Only for border-urgent: durian, live animals, …"),
        attrs={"data-needed": f"lane={Lane.URGENT}", "data-says": NOT_SAID_URGENT},
    )
    visibility = forms.ChoiceField(
        label=_("Who may see your name?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose who may know who you are."),
            "invalid_choice": _("Choose who may know who you are."),
        },
    )
    name = make_words_field(
        _("Your name"),
        120,
        attrs={
            "autocomplete": "name",
            "data-needed": f"visibility={Visibility.NAMED}",
            "data-or": "party",
            "data-says": UNNAMED,
        },
    )
    party = make_words_field(_("Your firm or association"), 200, attrs={"autocomplete": "organization"})
    email = AddressField(
        label=_("Your e-mail address"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_(
            "We write when something happens, never with your words in it. Without an address you learn of it only by "
            "opening your secret link."
        ),
        error_messages={"invalid": _("Write the address as name@example.org, or leave it empty.")},
    )
    phone = make_words_field(_("Your phone number"), 40, attrs={"autocomplete": "tel", "inputmode": "tel"})

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        language = get_language() or "en"
        countries = [("", _("not sure, or another country")), *list_country_options(language)]
        self.fields["country"].choices = self.fields["filer_country"].choices = countries
        self.fields["matter"].choices = [("", _("read it from my words")), *list_matter_options(language)]
        self.fields["matter"].choices += [(NONE_FITS, _("none of these"))]
        self.fields["written_in"].choices = [("", _("read it from my words")), *list_written_languages(language)]
        self.fields["lane"].choices = [
            ("", _("as my words say")),
            *((lane.value, LANES[lane]) for lane in (Lane.NORMAL, Lane.URGENT)),
        ]
        self.fields["lane"].choice_help = {
            "": _("Urgent where goods spoil at a border, or people or animals are stuck."),
            "normal": _("Within working days."),
            "urgent": _("In hours, day and night."),
        }
        self.fields["visibility"].choices = [(one.value, words) for one, words in VISIBILITIES.items()]
        self.fields["visibility"].choice_help = {
            "coordinator_only": _("The desk sees the case without your name."),
            "pseudonymous": _(
                "Keep the link that you get, or write down the four words that come with it: with the number they open "
                "your case too. Name and phone are left out."
            ),
        }

    def clean_text(self) -> str:
        """Ask for words: emoji or marks alone tell a desk nothing."""
        text = self.cleaned_data["text"]
        if not any(character.isalnum() for character in text):
            raise forms.ValidationError(_("Write what happened in words; signs and pictures alone cannot be answered."))
        return text

    def clean_about_page(self) -> str:
        """Leave out a page that is not there: nobody types this field."""
        named = self.cleaned_data["about_page"]
        return named if find_page_subject(named) else ""

    def clean_lane(self) -> str:
        """Where nobody looked at the words, what was left to them is normal (`set_lane_of_words` does)."""
        return self.cleaned_data["lane"] or Lane.NORMAL.value

    def clean_happened_on(self) -> date | None:
        """Refuse days that are yet to come and days long past, and say so when it looks like the Buddhist calendar."""
        day = self.cleaned_data["happened_on"]
        if day is None:
            return None
        today = timezone.now().date()
        if day > today + timedelta(days=1):
            common = day.year - BUDDHIST_AHEAD
            if today.year - YEARS_BACK <= common <= today.year:
                raise forms.ValidationError(
                    _("%(year)s looks like a year of the Buddhist era. Write %(common)s."),
                    params={"year": day.year, "common": common},
                )
            raise forms.ValidationError(_("This day is yet to come. Write the day on which it happened."))
        if day.year < today.year - YEARS_BACK:
            raise forms.ValidationError(
                _("This is more than %(years)s years ago. Check the year, or leave the day open."),
                params={"years": YEARS_BACK},
            )
        return day

    def clean(self) -> dict:
        """Check what depends on two fields, and drop the names of somebody whom nobody may know."""
        cleaned = super().clean()
        visibility = cleaned.get("visibility")
        unnamed = not (cleaned.get("name") or cleaned.get("party")) and not {"name", "party"} & set(self.errors)
        if visibility == Visibility.NAMED and unnamed:
            self.add_error("name", UNNAMED)
        if visibility == Visibility.PSEUDONYMOUS:
            cleaned |= {"name": "", "party": "", "phone": ""}
        if cleaned.get("lane") == Lane.URGENT and not cleaned.get("lane_reason") and "lane_reason" not in self.errors:
            self.add_error("lane_reason", NOT_SAID_URGENT)
        if cleaned.get("lane") == Lane.NORMAL:
            cleaned["lane_reason"] = ""
        return cleaned
