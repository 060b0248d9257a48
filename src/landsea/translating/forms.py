"""What is typed to translate a text."""

from django import forms
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.fields import make_words_field
from landsea.base.ui.languages import OWN_NAMES
from landsea_core.translations import name_key


class TranslationForm(forms.Form):
    """What the text says, and in which language."""

    language = forms.ChoiceField(
        label=_("Into which language?"),
        error_messages={
            "required": _("Choose the language that you write in."),
            "invalid_choice": _("Choose a language of the list."),
        },
    )
    text = make_words_field(
        _("What it says in that language"),
        12_000,
        area=True,
        required=True,
        attrs={"rows": 5},
        error_messages={"required": _("Write what it says in that language.")},
    )

    def __init__(self, *args, original: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = list_languages_but(original)


def list_languages_but(original: str) -> list[tuple[str, str]]:
    """Return the ten languages as rows have them, with their own names, without that of the original."""
    return [(name_key(code), name) for code, name in OWN_NAMES.items() if name_key(code) != name_key(original)]
