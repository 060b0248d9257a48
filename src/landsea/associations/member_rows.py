"""What the rows of a list of members mean: the fields of an entry, or sentences about what to repair. Writes nothing."""

from django.conf import settings
from django.utils.translation import get_language, gettext

from landsea.associations.forms import MemberForm
from landsea.associations.sheet_row_form import (
    NO,
    YES,
    SheetNames,
    fold_member_name,
)
from landsea.associations.sheet_rows import name_header
from landsea_core.text import fold_spelling


def read_member_fields(given: dict[str, str], known: SheetNames) -> tuple[dict, list[tuple[str, str]]]:
    """Return the fields of a row of a list of members as `import_members` takes them, and its faults."""
    said = given.get("country", "")
    language = _language_of(given.get("language", ""))
    form = MemberForm(
        {
            **given,
            "country": known.countries.get(fold_spelling(said), said[:2]),
            "language": language or given.get("language", "") or get_language(),
        }
    )
    if not form.is_valid():
        return {}, [(name_header(name), str(one)) for name, sentences in form.errors.items() for one in sentences]
    fields: dict = dict(form.cleaned_data)
    is_new = fold_member_name(fields["party"]) not in known.by_party
    for name in ("contact_name", "email", "phone", "language"):
        if name not in given and not is_new:
            fields[name] = None  # an empty cell leaves what the register says
    left = fold_spelling(given.get("left", ""))
    if left not in YES | NO:
        return {}, [(name_header("left"), gettext("Write “yes” or “no”, or leave it empty."))]
    fields["left"] = (left in YES) if left else None
    return fields, []


def _language_of(said: str) -> str:
    """Return the code of a language named by code or by its own name; empty for none that the pages speak."""
    return next(
        (
            code
            for code, name in settings.LANGUAGES
            if fold_spelling(said) in (fold_spelling(code), fold_spelling(str(name)), code[:2])
        ),
        "",
    )
