"""The form of a word for the lexicon, checked as the files are."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.fields import NumberField
from landsea.cases.labels import list_written_languages
from landsea.directory import access as directory_access
from landsea.teaching.labels import FAULTS, KEEPS, list_word_kinds
from landsea_core.clock.countries import COUNTRIES
from landsea_core.text.default_reader import get_default_reader
from landsea_core.text.lexicon.added_words import (
    COUNTRY,
    GOOD,
    LEAST,
    LONGEST,
    MATTER,
    MOST,
    NOT_GOODS,
    PLACE_WORD,
    TOPIC,
    URGENCY,
    AddedTerm,
    find_fault_of_term,
)
from landsea_core.text.urgency import WORDS_OF_URGENCY

HS_DIGITS = 6


class WordForm(forms.Form):
    """One word: what it stands for, in which language, how strongly, and why."""

    kind = forms.ChoiceField(label=_("The words stand for"))
    value = forms.CharField(
        label=_("Which one? Its code"),
        max_length=40,
        required=False,
        help_text=_(
            "A code as plant_health, CNMHN, CN, 081060, urgent, spoils, stands or calm; empty for no goods at all."
        ),
    )
    lang = forms.ChoiceField(label=_("Language"))
    term = forms.CharField(
        label=_("The words"),
        max_length=LONGEST,
        help_text=_("queue* lets the word go on; visa + driver wants both near each other."),
        error_messages={"required": _("Write the words that people use.")},
    )
    weight = NumberField(
        label=_("Weight"),
        initial=1.0,
        min_value=LEAST,
        max_value=MOST,
        help_text=_("1 makes it likely alone, 0.3 only helps, below 0 speaks against it, 0 takes the words out."),
        error_messages={name: FAULTS["weight"] for name in ("required", "invalid", "min_value", "max_value")},
    )
    keep = forms.ChoiceField(
        label=_("When these goods must wait"),
        required=False,
        choices=list(KEEPS.items()),
        help_text=_("A case about goods that spoil, or about live animals, is sooner read as urgent."),
    )
    why = forms.CharField(
        label=_("Why"),
        max_length=300,
        help_text=_("Who says so, and where: later readers judge the word by it."),
        error_messages={"required": _("Say why: later readers judge the word by it.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = list_word_kinds()
        self.fields["lang"].choices = list_written_languages(get_language() or "en")

    def clean(self) -> dict:
        """Check the value by its kind, and the words by the rule of the lexicon."""
        cleaned = super().clean()
        if self.errors:
            return cleaned
        value = cleaned["value"].strip()
        if not _value_exists(cleaned["kind"], value):
            self.add_error("value", _("There is no such code of this kind. Copy it from the list of its page."))
            return cleaned
        self.term = AddedTerm(
            cleaned["kind"], value, cleaned["lang"], cleaned["term"].strip(), cleaned["weight"], keep=cleaned["keep"]
        )
        classes = {entry.value for entry in get_default_reader().lexicon.list_entries("class")}
        if fault := find_fault_of_term(self.term, classes):
            self.add_error("keep" if fault == "keep" else "term", FAULTS[fault])
        return cleaned


def _value_exists(kind: str, value: str) -> bool:
    checks = {
        MATTER: lambda: directory_access.find_matter(value) is not None,
        TOPIC: lambda: bool(directory_access.find_topic_names([value])),
        PLACE_WORD: lambda: directory_access.find_place(value) is not None,
        COUNTRY: lambda: value in COUNTRIES,
        URGENCY: lambda: value in WORDS_OF_URGENCY,
        GOOD: lambda: len(value) == HS_DIGITS and value.isdecimal() and value.isascii(),
        NOT_GOODS: lambda: not value,
    }
    return checks[kind]()
