"""With what a filing form begins that was opened from another page: the page it is about, and what that page knows.

An address that fills fields itself fills these alone: a plan names the goods that it was asked for; and for whoever asked who
answers, another matter or other goods of the desk that was found would be filed as what they chose.
"""

from collections.abc import Mapping

from landsea.base.ui.page_subjects import find_page_subject
from landsea.cases.forms import FilingForm
from landsea_core.text import clean_text

TAKEN = ("text", "place_text", "country", "goods", "matter", "filer_country")
"""Fields that an address may fill."""


def fill_from_page(asked: Mapping[str, str]) -> dict[str, str]:
    """Return the first values of the form's fields; `asked` are the words of its address."""
    fields = FilingForm.base_fields
    given = {name: clean_text(asked.get(name, "")).text for name in TAKEN}
    named = asked.get("about_page", "")
    page = find_page_subject(named)
    if page and not any(given.values()):
        given |= page.first_values()
    cut = {name: value[: getattr(fields[name], "max_length", None) or len(value)] for name, value in given.items()}
    return cut | {"about_page": named if page else ""}


def list_what_was_filled(form: FilingForm) -> list[tuple[str, str]]:
    """Return label and words of what the page filled into the form's fields of the second question."""
    found = []
    for name in TAKEN[1:]:
        value = str(form[name].value() or "")
        choices = _choices_of(form, name)
        words = choices.get(value, "") if choices else value
        found += [(str(form.fields[name].label), words)] if value and words else []
    return found


def _choices_of(form: FilingForm, name: str) -> dict[str, str]:
    """Return what the values of a list of the form are called, groups opened; nothing for a field one types into."""
    rows = getattr(form.fields[name], "choices", ())
    flat = [row for value, words in rows for row in (words if isinstance(words, list | tuple) else [(value, words)])]
    return {str(value): str(words) for value, words in flat}
