"""What people type about barriers: the same trouble, a barrier's words, one answer to all."""

from django import forms
from django.conf import settings
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from landsea.barriers.beginning import Beginning
from landsea.base.translation.languages import choose_written_language, list_written_languages
from landsea.base.ui.countries import list_country_options
from landsea.base.ui.fields import make_words_field
from landsea.directory import access as directory_access
from landsea.directory.desk_picking import find_desk_meant
from landsea.directory.models.names import name_in
from landsea.directory.name_search import find_places
from landsea.rules import access as rules_access

OUTCOMES = {
    "fixed": _("fixed"),
    "workaround": _("a workaround was found"),
    "explained_no_change": _("explained, no change"),
    "not_a_barrier": _("not a barrier"),
}


class TickedCases(forms.MultipleChoiceField):
    """Cases to tick, by their numbers. What joined or left the group meanwhile is no fault: who opens the barrier sees it."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {"required": _("Tick the cases that belong to it.")}

    def valid_value(self, value: str) -> bool:
        return True


class PickedDesk(forms.ChoiceField):
    """A desk to pick among those that have the cases; one that has none of them any more is still a desk."""

    widget = forms.RadioSelect

    def valid_value(self, value: str) -> bool:
        return True


class BarrierForm(forms.Form):
    """A barrier's words in each language of the pages, and what new cases like it have in common."""

    matter = forms.ChoiceField(label=_("Matter"), required=False)
    country = forms.ChoiceField(label=_("Country of the trouble"), required=False)
    place = make_words_field(
        _("Place, by its name in any language or its code"), 80, help_text=_("Leave it open when it is not one place.")
    )
    chapter = forms.RegexField(
        r"^[0-9]{2}$",
        max_length=20,
        label=_("HS chapter"),
        required=False,
        error_messages={"invalid": _("Write the two digits of the chapter, such as 08, or leave it open.")},
    )
    goods = make_words_field(_("Goods, in a word"), 120)
    measures = make_words_field(_("Measures concerned, by their codes"), 300, help_text=_("Separated by commas."))
    desk = make_words_field(_("Desk that answers for it"), 200, help_text=_("Empty: the coordinator's desk."))
    desk_code = make_words_field("", 120)
    cases = make_words_field(_("Cases, by their numbers"), 4000, help_text=_("Separated by commas or blanks."))

    def __init__(self, *args, with_cases: bool = True, beginning: Beginning | None = None, **kwargs):
        """With a `beginning` that knows the cases, they are ticked and the desk is picked; without, both are typed."""
        super().__init__(*args, **kwargs)
        if beginning and beginning.cases:
            self.fields["cases"] = TickedCases(label=_("Cases that belong to it"), choices=beginning.cases)
            self.fields["desk"] = PickedDesk(
                label=_("Desk that answers for it"), choices=beginning.desks, required=False
            )
        language = get_language() or "en"
        self.fields["country"].choices = [("", pgettext_lazy("any", "open")), *list_country_options(language)]
        self.fields["matter"].choices = [("", pgettext_lazy("any", "open"))] + [
            (name_in(topic.names, language), [(one.code, name_in(one.names, language)) for one in topic.matters.all()])
            for topic in directory_access.list_topics_in_service()
        ]
        named = dict(settings.LANGUAGES)
        for code in list_written_languages():
            self.fields[f"title_{code}"] = make_words_field(
                _("What it is, in a line (%(language)s)") % {"language": named[code]}, 160
            )
            self.fields[f"text_{code}"] = make_words_field(
                _("What is known, and what one can do meanwhile (%(language)s)") % {"language": named[code]},
                4000,
                area=True,
            )
        if not with_cases:
            del self.fields["cases"]

    @property
    def groups(self) -> dict[str, list[forms.BoundField]]:
        """Return the fields as the page shows them: `first` what is always read, `common` and `others` folded."""
        language = choose_written_language(get_language() or "en")
        common, own = (
            ("matter", "country", "place", "chapter", "goods", "measures"),
            {f"title_{language}", f"text_{language}"},
        )
        first = [*(name for name in self.fields if name in own), "cases", "desk"]
        return {
            "first": [self[name] for name in first if name in self.fields],
            "common": [self[name] for name in common],
            "others": [self[name] for name in self.fields if name.startswith(("title_", "text_")) and name not in own],
        }

    @property
    def is_ticked(self) -> bool:
        """Whether what it takes was put together already: then what is folded need not be opened."""
        return isinstance(self.fields.get("cases"), TickedCases)

    @property
    def desk_by_words(self) -> bool:
        """Whether the desk is found by words; where the cases are known, it is picked among those that have them."""
        return not isinstance(self.fields["desk"], PickedDesk)

    def clean(self) -> dict:
        """Put the code of the desk that is meant under `desk`; words that were typed and none picked are asked about."""
        cleaned = super().clean()
        meant = find_desk_meant(cleaned.get("desk", ""), cleaned.get("desk_code", ""))
        if meant and not directory_access.find_desk(meant):
            self.add_error("desk", _("Pick one of the desks that are offered."))
        return cleaned | {"desk": meant}

    def clean_cases(self) -> list[str]:
        """Return what was typed or ticked, as a list."""
        found = self.cleaned_data["cases"]
        return found if isinstance(found, list) else [found]

    def clean_place(self) -> str:
        """Return the code of the place that is meant; where several bear the name, they are named to choose from."""
        typed = self.cleaned_data["place"].strip()
        known = directory_access.find_place(typed.upper()) if typed else None
        if known or not typed:
            return known.code if known else ""
        found = find_places(typed)
        language = get_language() or "en"
        if not found:
            raise forms.ValidationError(
                _("No place is called “%(name)s”. Write the name of a border post, port, station or city."),
                params={"name": typed},
            )
        if len(found) > 1 and typed.casefold() not in {name.casefold() for name in found[0].names.values()}:
            near = ", ".join(f"{name_in(one.names, language)} ({one.code})" for one in found[:5])
            raise forms.ValidationError(
                _("Several places are called so: write the code of one of %(near)s."), params={"near": near}
            )
        return found[0].code

    def clean_measures(self) -> tuple[str, ...]:
        """Return the codes; each has to be a measure in the book of rules."""
        codes = tuple(filter(None, (code.strip() for code in self.cleaned_data["measures"].split(","))))
        book = rules_access.read_published_book() if codes else None
        for code in codes:
            if not book.versions(code):
                raise forms.ValidationError(
                    _("There is no measure “%(code)s”. Copy the code from the measure's page."), params={"code": code}
                )
        return codes

    def by_language(self, part: str) -> dict[str, str]:
        """Return the words of `title` or `text` by language, empty ones left out."""
        found = {code: self.cleaned_data[f"{part}_{code}"] for code in list_written_languages()}
        return {code: said for code, said in found.items() if said}
