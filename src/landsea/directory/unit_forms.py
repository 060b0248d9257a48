"""What a coordinator types about an office or a desk of the own installation: a form becomes the cells of a spreadsheet's row,
so that a page and a sheet take and refuse the same.
"""

from django import forms
from django.utils.text import slugify
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.countries import list_country_options
from landsea.base.ui.fields import AddressField
from landsea.directory import access
from landsea.directory.contact_forms import BASE_LANGUAGES, TOO_LONG, WhyForm
from landsea.directory.labels import DIRECTIONS
from landsea.directory.models.names import name_in
from landsea.directory.name_search import find_places
from landsea.directory.office_kinds import OFFICE_KIND_NAMES
from landsea.directory.sheets.cells import DAY_NAMES
from landsea_core.clock.countries import find_usual_hours

COMPETENCE_ROWS = 4


def make_short_text(label, most: int, **more) -> forms.CharField:
    """Return a field for a line of words that may stay empty unless `required` is given."""
    errors = {"required": _("Write a name in English: everybody can look for it."), "max_length": TOO_LONG}
    return forms.CharField(label=label, max_length=most, error_messages=errors, **({"required": False} | more))


class UnitForm(WhyForm):
    """What offices and desks have in common: names."""

    name_en = make_short_text(_("Name in English"), 160, required=True)
    name_zh = make_short_text(_("Name in Chinese"), 160)
    name_vi = make_short_text(_("Name in Vietnamese"), 160)


class OfficeForm(UnitForm):
    """An office; what its country usually has (clock, weekend, hours) is taken where nothing else is written."""

    country = forms.ChoiceField(label=_("Country"), error_messages={"required": _("Choose the office's country.")})
    kind = forms.ChoiceField(
        label=_("What kind of office is it?"), error_messages={"required": _("Choose what kind of office it is.")}
    )
    name_local = make_short_text(_("Name in its own language"), 160)
    place = make_short_text(_("Where? A border post, port, station or city"), 60)
    seat = make_short_text(_("Address, as on a letter"), 200)
    website = make_short_text(_("Web site"), 300)
    hours = make_short_text(
        _("Hours on working days"), 60, help_text=_("As 09:00-12:00 13:30-17:00; empty: the usual ones of the country.")
    )
    languages = forms.MultipleChoiceField(
        label=_("Reads and writes"), required=False, choices=BASE_LANGUAGES, widget=forms.CheckboxSelectMultiple
    )
    field_order = (
        "country",
        "kind",
        "name_en",
        "name_local",
        "name_zh",
        "name_vi",
        "place",
        "seat",
        "website",
        "hours",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = [("", _("choose")), *list_country_options(get_language() or "en")]
        kinds = sorted(((code, str(name)) for code, name in OFFICE_KIND_NAMES.items()), key=lambda pair: pair[1])
        self.fields["kind"].choices = [("", _("choose")), *kinds]

    def clean_place(self) -> str:
        """Return the code of the place that was typed, by name or code."""
        return place_code(self.cleaned_data["place"], self.cleaned_data.get("country", ""))

    def cells(self, code: str) -> dict[str, str]:
        """Return the office as a row of the sheet of offices."""
        typed = self.cleaned_data
        usual = find_usual_hours(typed["country"])
        known = access.find_place(typed["place"]) if typed["place"] else None
        names = {f"name_{one}": typed[f"name_{one}"] or "-" for one in ("en", "zh", "vi", "local")}
        return names | {
            "code": code or self.new_code(),
            "country": typed["country"],
            "kind": typed["kind"],
            "place": typed["place"] or "-",
            "seat": typed["seat"] or "-",
            "website": typed["website"] or "-",
            "languages": " ".join(typed["languages"]) or "-",
            "time_zone": known.time_zone if known else usual.tz,
            "weekend": " ".join(DAY_NAMES[day] for day in usual.weekend),
            "hours": typed["hours"] or usual.hours,
        }

    def new_code(self) -> str:
        """Return a code that no office has: the country's, and the English name."""
        stem = f"{self.cleaned_data['country'].lower()}-{slugify(self.cleaned_data['name_en'])[:50] or 'office'}"
        return find_first_free(stem, access.is_office_code_taken)


class DeskForm(UnitForm):
    """A desk: its name, and the address at which it is asked whether it is there."""

    email = AddressField(
        label=_("E-mail address of the desk"),
        required=False,
        help_text=_("It is asked by mail to confirm. Cases reach it also while nobody has an account here."),
        error_messages={"invalid": _("Write the address as name@example.org.")},
    )
    field_order = ("name_en", "name_zh", "name_vi", "email")


class CompetenceForm(forms.Form):
    """One line of what a desk answers for; what stays empty is open."""

    matter = forms.ChoiceField(label=_("What does it answer for?"), required=False)
    country = forms.ChoiceField(label=_("In which country?"), required=False)
    place = make_short_text(_("Only at this place"), 60)
    hs = forms.RegexField(
        r"^[0-9]{2,6}$",
        max_length=20,
        label=_("Only for goods with this HS code"),
        required=False,
        error_messages={"invalid": _("Write two to six digits of the HS code.")},
    )
    direction = forms.ChoiceField(label=_("Only for goods that go this way"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.empty_permitted = False  # a line that is as it was says what it said
        language = get_language() or "en"
        self.fields["country"].choices = [("", _("any country")), *list_country_options(language)]
        self.fields["direction"].choices = [("", _("any direction")), *DIRECTIONS.items()]
        self.fields["matter"].choices = [("", _("nothing in this line"))] + [
            (
                name_in(topic.names, language),
                [(f"{topic.code}|", gettext("%(topic)s, as a whole") % {"topic": name_in(topic.names, language)})]
                + [(f"{topic.code}|{one.code}", name_in(one.names, language)) for one in topic.matters.all()],
            )
            for topic in access.list_topics_in_service()
        ]

    def clean_place(self) -> str:
        """Return the code of the place that was typed, by name or code."""
        return place_code(self.cleaned_data["place"], self.cleaned_data.get("country", ""))

    def cell(self) -> str:
        """Return the line as the sheet of desks writes it; empty when it names nothing."""
        typed = self.cleaned_data
        if not typed.get("matter"):
            return ""
        return "|".join((typed["matter"], typed["country"], typed["place"], typed["hs"], typed["direction"]))


CompetenceForms = forms.formset_factory(CompetenceForm, extra=COMPETENCE_ROWS, max_num=40)


def place_code(typed: str, country: str) -> str:
    """Return the code of a place typed by name or code; empty for nothing. Raises ValidationError."""
    if not typed.strip():
        return ""
    found = find_places(typed, country) or find_places(typed)
    if not found:
        raise forms.ValidationError(_("There is no place of this name. Write another name of it, or leave it empty."))
    return found[0].code


def find_first_free(stem: str, is_taken) -> str:
    """Return the stem, or the stem with the first number from 2 on that makes it free."""
    code, number = stem, 1
    while is_taken(code):
        number += 1
        code = f"{stem}-{number}"
    return code
