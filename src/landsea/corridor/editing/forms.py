"""What editors type about the network: a place, a service with its calls, a procedure, a price; why they change it.

A form knows the fields; from a row to them and back goes `rows`. Whether the figures can be true is asked of the
core's checks, whose faults come back beside the fields.
"""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsea.base.translation.sentences import say_sentence
from landsea.base.ui.countries import list_country_options
from landsea.base.ui.fields import WholeField, make_day_field, make_words_field
from landsea.corridor.editing.fields import make_choice_field, make_clock_field, number_field, place_field
from landsea.corridor.editing.row_labels import (
    OCCASIONS,
    PLACE_KINDS,
    POSITIONS,
    PROCEDURE_KINDS,
    UNITS,
)
from landsea.corridor.kept_network import find_network
from landsea.corridor.labels import (
    CARGO,
    DAYS,
    GRADES,
    KINDS,
    MODES,
)
from landsea_core.planner.network.row_facts import place_fault

LONGEST = 500
MOST_CALLS = 30
EMPTY_CALLS = 2
HOW_OFTEN = {
    "daily": _("every day"),
    "weekdays": _("on the weekdays ticked below"),
    "a_week": _("so many a week, days not known"),
    "on call": _("on call"),
}
TAKES = {"yes": _("yes"), "no": _("no"), "": _("not known")}


class RowForm(forms.Form):
    """What every row carries: where its figures are from, how sure they are, when somebody looked, and why it changes."""

    fields_of = {}
    """For keys of the core's faults that are no field's name, the field they stand beside."""

    source = make_words_field(
        _("Source: who says so, where?"),
        LONGEST,
        required=True,
        error_messages={"required": _("Say where the figures are from: an address, a document, who told you.")},
    )
    grade = make_choice_field(_("How is it known?"), GRADES.items())
    checked = make_day_field(_("On which day was it looked up?"))
    note = make_words_field(_("What should one know besides?"), LONGEST)
    why = make_words_field(_("Why do you change it? Readers see this in the history"), 300)

    def clean_checked(self):
        """A figure was looked up today at the latest."""
        day = self.cleaned_data["checked"]
        if day > timezone.localdate() + timedelta(days=1):  # it may be tomorrow already where the editor is
            raise forms.ValidationError(_("This day is still to come. Write the day on which it was looked up."))
        return day

    def show_faults(self, faults) -> None:
        """Put the core's faults beside the fields they are about, all others at the top."""
        for key, sentence in faults:
            field = self.fields_of.get(key, key)
            self.add_error(field if field in self.fields else None, say_sentence(sentence))


class PlaceForm(RowForm):
    """A place: what it is called, where it lies."""

    fields_of = {"names": "name_en"}

    code = make_words_field(
        _("Code: two letters of the country, three of the place"),
        5,
        required=True,
        error_messages={"required": _("Give a code of five letters, as CNCKG.")},
    )
    kind = make_choice_field(_("What is it?"), PLACE_KINDS.items())
    country = make_choice_field(_("Country"), [])
    name_en = make_words_field(_("Name in English"), 120, required=True)
    name_zh = make_words_field(_("Name in Chinese"), 120)
    name_local = make_words_field(_("Name in the language of the place"), 120)
    within = place_field(_("In or near which city on record?"), required=False)
    lat = number_field(_("Latitude in degrees"), required=True)
    lon = number_field(_("Longitude in degrees"), required=True)
    position = make_choice_field(_("How exact is the position?"), POSITIONS.items())
    tz = make_words_field(_("Time zone, as Asia/Shanghai"), 40, required=True)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = [*list_country_options("en"), ("HK", "Hong Kong")]

    def clean_code(self) -> str:
        """Codes are capitals."""
        return self.cleaned_data["code"].upper()


class CallForm(forms.Form):
    """A stop of a service, on the clock of the place; days count from that of the first departure."""

    place = place_field(_("Place"), required=False)
    arrive = make_clock_field(_("Arrives"))
    arrive_day = WholeField(label=_("days later"), required=False, min_value=0, max_value=60)
    depart = make_clock_field(_("Leaves"))
    depart_day = WholeField(label=_("days later"), required=False, min_value=0, max_value=60)
    grade = make_choice_field(_("Times known how?"), [("", "–"), *GRADES.items()], required=False)


CallFormSet = forms.formset_factory(
    CallForm, extra=EMPTY_CALLS, max_num=MOST_CALLS, absolute_max=MOST_CALLS + EMPTY_CALLS
)


class ServiceForm(RowForm):
    """A service: what runs, when, how long, what it takes. Its calls are a form set of their own, `calls`."""

    fields_of = {"id": "name", "from": "since"}

    name = make_words_field(_("What is it called?"), 200, required=True)
    operator = make_words_field(_("Who runs it?"), 120)
    kind = make_choice_field(_("What kind of service?"), KINDS.items())
    mode = make_choice_field(_("By which mode?"), MODES.items())
    often = make_choice_field(_("When does it run?"), HOW_OFTEN.items())
    weekdays = forms.MultipleChoiceField(
        label=_("Weekdays of the first departure"),
        required=False,
        choices=list(DAYS.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    a_week = number_field(_("How many a week?"), min_value=0.01, max_value=500)
    hours = number_field(_("Hours in all"), required=True, min_value=0, max_value=2400)
    km = number_field(_("Kilometres in all"), required=True, min_value=0, max_value=40_000)
    km_grade = make_choice_field(_("Kilometres known how?"), GRADES.items())
    cut_off_hours = number_field(_("Gate closes how many hours before? Empty: not known"), min_value=0, max_value=720)
    capacity = make_words_field(_("Room, in words"), 200)
    since = make_words_field(_("In service since: year, month or day"), 10)
    until = make_words_field(_("In service until, if that is known"), 10)
    not_offered = make_words_field(_("No plan may use it, because …"), 300)
    correction = make_words_field(_("What was corrected in this row?"), LONGEST)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for key, label in CARGO.items():
            self.fields[f"carries_{key}"] = make_choice_field(label, TAKES.items(), required=False)
        initial = (kwargs.get("initial") or {}).get("calls")
        self.calls = CallFormSet(self.data or None, initial=initial, prefix="calls")

    @property
    def cargo(self) -> list[forms.BoundField]:
        """The fields that say what it takes."""
        return [self[f"carries_{key}"] for key in CARGO]

    def clean(self) -> dict:
        """Ask for the days that the choice needs, and take the calls in."""
        typed = super().clean()
        if typed.get("often") == "weekdays" and not typed.get("weekdays"):
            self.add_error("weekdays", _("Tick at least one weekday, or choose another way to say when it runs."))
        if typed.get("often") == "a_week" and not typed.get("a_week"):
            self.add_error("a_week", _("Say how many run a week, or choose another way to say when it runs."))
        if not self.calls.is_valid():
            self.add_error(None, _("Look at the calls: a place or a time cannot be read."))
        return typed


class ProcedureForm(RowForm):
    """What is done to cargo at a place: gate hours, queue and clearance as best, usual and ninth-of-ten hours."""

    fields_of = {"hours": "typical", "from": "since"}

    place = place_field(_("Where?"))
    mode = make_choice_field(_("For which mode?"), MODES.items())
    kind = make_choice_field(_("What is done?"), PROCEDURE_KINDS.items())
    at = forms.MultipleChoiceField(
        label=_("When does it count?"),
        choices=list(OCCASIONS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    goods = make_words_field(_("Only for these goods: HS codes, with commas; empty: for all"), 200)
    opens = make_clock_field(_("Opens, on the clock there"))
    closes = make_clock_field(_("Closes"))
    hours_said = make_words_field(_("Opening hours in words"), LONGEST)
    low = number_field(_("Hours at best, queue and clearance"), min_value=0, max_value=2400)
    typical = number_field(_("Hours usually"), min_value=0, max_value=2400)
    p90 = number_field(_("Hours in nine of ten cases at most"), min_value=0, max_value=2400)
    applies_to = make_words_field(_("For whom, in words"), 200)
    since = make_words_field(_("Holds since: year, month or day"), 10)
    until = make_words_field(_("Holds until, if that is known"), 10)
    correction = make_words_field(_("What was corrected in this row?"), LONGEST)

    def clean_goods(self) -> list[str]:
        """Read the codes."""
        codes = self.cleaned_data["goods"].replace(".", "").replace(",", " ").split()
        if any(not code.isascii() or not code.isdigit() or len(code) > 10 for code in codes):
            raise forms.ValidationError(_("Write HS codes as digits with commas between, as 0810, 080450."))
        return codes


class PriceForm(RowForm):
    """What services cost in a period: a range, never a bare number."""

    fields_of = {"from": "since"}

    services = make_words_field(_("Which services? Their codes, with commas"), LONGEST, required=True)
    low = number_field(_("Lowest price"), required=True, min_value=0)
    high = number_field(_("Highest price"), required=True, min_value=0)
    currency = make_choice_field(_("Currency"), [])
    unit = make_choice_field(_("For each"), UNITS.items())
    since = make_words_field(_("In force from: month or day"), 10, required=True)
    until = make_words_field(_("In force until: month or day"), 10, required=True)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        known = sorted(rate.currency for rate in find_network().exchange_rates)
        self.fields["currency"].choices = [(code, code) for code in ("USD", *known)]

    def clean_services(self) -> list[str]:
        """Read the codes, as they are written on the services' pages."""
        return self.cleaned_data["services"].replace(",", " ").split()


FORMS = {"places": PlaceForm, "services": ServiceForm, "procedures": ProcedureForm, "prices": PriceForm}


class WhyForm(forms.Form):
    """A reason, for what needs nothing else."""

    why = make_words_field(
        _("Why? Readers see this in the history"),
        300,
        required=True,
        error_messages={"required": _("Say in a sentence why; readers see it in the history.")},
    )

    def show_refused(self, refused, most: int | None = None) -> None:
        """Put why an edition was refused at the top, with at most so many of the faults, in the reader's language."""
        self.add_error(None, refused.sentence)
        for name, fault in refused.faults[:most]:
            self.add_error(None, say_sentence(place_fault(name, fault.sentence)))


class TimetableForm(forms.Form):
    """A timetable to take in."""

    file = forms.FileField(
        label=_("File"),
        error_messages={"required": _("Choose a file: GTFS as a zip, CSV with a line a call, or DCSA schedules.")},
    )
    whole = forms.BooleanField(
        label=_("It is the whole timetable: retire what came from a file of this name before and is missing now"),
        required=False,
    )
