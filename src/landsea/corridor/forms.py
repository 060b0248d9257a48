"""What people type about the corridor: a question to plan, an address to hear at, a disruption."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from landsea.base.translation.sentences import say_fault
from landsea.base.ui.countries import list_country_options, name_country
from landsea.base.ui.fields import AddressField, DayField, make_words_field
from landsea.base.ui.goods import make_goods_field
from landsea.corridor.kept_network import find_network
from landsea.corridor.labels import HAPPENINGS, MODES, UNITS
from landsea.corridor.models.trips import Ruling
from landsea.rules.labels import CONDITIONS
from landsea_core.countries import ELSEWHERE
from landsea_core.planner.network.milestones import AHEAD
from landsea_core.planner.network.place_names import find_place
from landsea_core.planner.network.trip_events import is_of_our_time
from landsea_core.planner.network.unknown_place import UnknownPlace

TIME = {"type": "datetime-local"}
DAY = {"type": "date"}
CLASSES = [("", _("no")), *((str(number), str(number)) for number in range(1, 10))]


class PlanForm(forms.Form):
    """How do I get it there? Everything but from, to and ready may be left out."""

    amount = make_words_field(_("How much?"), 20, attrs={"inputmode": "decimal"})
    unit = forms.ChoiceField(label=_("Unit"), choices=list(UNITS.items()), required=False)
    goods = make_words_field(_("Which goods? In your own words, or an HS code"), 120)
    condition = forms.ChoiceField(
        label=_("New, used or waste?"), required=False, choices=[("", _("not said")), *CONDITIONS.items()]
    )
    origin = forms.ChoiceField(label=_("Made or grown in"), required=False)
    reefer = forms.BooleanField(label=_("Needs cooling"), required=False)
    doors = forms.BooleanField(label=_("From door to door, with the hauls to and from the terminals"), required=False)
    dg = forms.ChoiceField(label=_("Dangerous goods, class"), choices=CLASSES, required=False)
    by = forms.CharField(
        label=_("Latest arrival, if any"), required=False, max_length=40, widget=forms.TextInput(attrs=TIME)
    )
    mode = forms.MultipleChoiceField(
        label=_("Only by"), required=False, choices=list(MODES.items()), widget=forms.CheckboxSelectMultiple
    )
    remember = forms.BooleanField(label=_("Keep this cargo on this device for next time"), required=False)
    hs = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["from"] = make_words_field(_("From where?"), 80, required=True, attrs={"list": "places"})
        self.fields["to"] = make_words_field(_("To where?"), 80, required=True, attrs={"list": "places"})
        ready = forms.TextInput(attrs=TIME)
        self.fields["ready"] = forms.CharField(label=_("Ready when? On the clock there"), max_length=40, widget=ready)
        language = get_language() or "en"
        outside = (ELSEWHERE, name_country(ELSEWHERE, language))
        self.fields["origin"].choices = [("", _("not said")), *list_country_options(language), outside]
        for name, sentence in (
            ("from", _("Say where the goods are: a city or a terminal.")),
            ("to", _("Say where the goods go: a city or a terminal.")),
            ("ready", _("Say when the goods are ready.")),
        ):
            self.fields[name].error_messages["required"] = sentence

    @property
    def origin_place(self) -> forms.BoundField:
        """The field "from", a word that a template cannot say."""
        return self["from"]


class KeepForm(forms.Form):
    """Whoever wants to hear when a plan no longer goes."""

    email = AddressField(
        label=_("Your e-mail"), error_messages={"required": _("Write the address at which you want to hear of it.")}
    )
    name = make_words_field(_("A name for this plan"), 120)


class DisruptionForm(forms.Form):
    """What stands still, since when, how it is known."""

    target = make_words_field(_("Which place or service?"), 80, required=True, attrs={"list": "places"})
    since = DayField(label=_("Since which day?"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))
    until = DayField(
        label=_("Until which day, if that is known?"),
        required=False,
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
    )
    says = make_words_field(_("What happened, in one sentence?"), 300, required=True)
    source = make_words_field(_("How do you know?"), 300, required=True)

    def clean_target(self) -> str:
        """Return the code of a place or the id of a service."""
        said = self.cleaned_data["target"].strip()
        if said.upper() in find_network().services:
            return said.upper()
        try:
            return find_place(find_network(), said).place.code
        except UnknownPlace as unknown:
            raise forms.ValidationError(say_fault(unknown)) from unknown

    def clean(self) -> dict:
        """See that it does not end before it begins."""
        typed = super().clean()
        if typed.get("until") and typed.get("since") and typed["until"] < typed["since"]:
            self.add_error("until", gettext("It ends before it begins. Correct one of the two days."))
        return typed


class TripForm(forms.Form):
    """What is common to the milestones of a trip, or to all trips of a file."""

    mode = forms.ChoiceField(label=_("By which mode?"), choices=list(MODES.items()), initial="road")
    goods = make_goods_field(_("Which goods, if you like? In your own words, or an HS code"), 120)
    cost_usd = forms.DecimalField(
        label=_("Cost in all, in US dollars, if you like"), required=False, min_value=0, max_digits=12, decimal_places=2
    )

    def clean_goods(self) -> str:
        """Return one HS code, or nothing."""
        codes = self.cleaned_data["goods"]
        if len(codes) > 1 or any(not 2 <= len(code) <= 10 for code in codes):
            raise forms.ValidationError(gettext("Name one kind of goods, or give an HS code of 2 to 10 digits."))
        return "".join(codes)


class UploadForm(TripForm):
    """Many trips from a file."""

    file = forms.FileField(
        label=_("File"), error_messages={"required": _("Choose a file: CSV, DCSA events or EPCIS 2.0 events.")}
    )


class MilestoneForm(forms.Form):
    """One thing that happened, as one types it on a phone at the roadside."""

    what = forms.ChoiceField(label=_("What happened?"), choices=list(HAPPENINGS.items()))
    place = make_words_field(_("Where?"), 80, required=True, attrs={"list": "places"})
    at = forms.CharField(label=_("When? On the clock there"), max_length=40, widget=forms.TextInput(attrs=TIME))

    def clean(self) -> dict:
        """Return the code of the place and an aware moment."""
        typed = super().clean()
        if not typed.get("place") or not typed.get("at"):
            return typed
        try:
            place = find_place(find_network(), typed["place"]).place
        except UnknownPlace as unknown:
            self.add_error("place", say_fault(unknown))
            return typed
        try:
            moment = datetime.fromisoformat(typed["at"])
        except ValueError:
            moment = None
        if moment is None or not is_of_our_time(moment):
            self.add_error("at", gettext("Write the time like 2026-12-01T08:00."))
            return typed
        typed["code"] = place.code
        typed["moment"] = moment if moment.utcoffset() is not None else moment.replace(tzinfo=ZoneInfo(place.zone))
        if typed["moment"] > timezone.now() + AHEAD:
            self.add_error("at", gettext("That is still to come. Log it once it has happened."))
        return typed


class RulingForm(forms.Form):
    """What an editor decides of trips outside the bounds."""

    mark = forms.CharField(max_length=32, widget=forms.HiddenInput)
    ruling = forms.ChoiceField(choices=Ruling.choices)
    why = make_words_field(_("Why? It is shown on the page of the stretch: name nobody."), 300, required=True)
    all_of_sender = forms.BooleanField(label=_("Leave out all that this account has logged"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["why"].error_messages["required"] = _("Say in a few words why; it stays in the history.")
