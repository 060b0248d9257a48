"""What pages show of translations: the text in the reader's language, and who put it there."""

from collections.abc import Mapping, Sequence

from django.db.models import Q
from django.utils.translation import get_language, gettext

from landsea.base.ui import shapes
from landsea.base.ui.translated_words import Original
from landsea.directory.models.names import name_in
from landsea.translating.models import TextTranslation, digest_of


def find_translations(originals: Sequence[Original], language: str) -> Mapping[Original, shapes.Text]:
    """Return what these texts say in a language (as rows have it), by one statement; a person's words before a program's.

    A message that was sent with a joint answer has the words of the answer, and with them its translation.
    """
    by_digest: dict[str, list[Original]] = {}
    for one in originals:
        by_digest.setdefault(digest_of(one.text), []).append(one)
    rows = TextTranslation.objects.filter(
        Q(kind="joint_answer") | Q(kind__in={one.kind for one in originals}, key__in={one.key for one in originals}),
        digest__in=by_digest,
        language=language,
    )
    found: dict[Original, shapes.Text] = {}
    for row in sorted(rows.select_related("office"), key=lambda row: (not row.program, row.pk)):
        for one in by_digest[row.digest]:
            if (row.kind, row.key) == (one.kind, one.key) or (row.kind == "joint_answer" and one.kind == "message"):
                found[one] = shapes.Text(row.text, language, source_words(row))
    return found


def source_words(row: TextTranslation) -> str:
    """Return who translated, and that it is not official."""
    if row.program:
        return gettext("Translated by a program (%(program)s), not official") % {"program": row.program}
    if row.office:
        return gettext("Translated by %(office)s, not official") % {"office": office_name(row)}
    return gettext("Translated by a person, not official")


def office_name(row: TextTranslation) -> str:
    """Return the office for which a person translated, in the reader's language."""
    return name_in(row.office.names, get_language() or "en") if row.office else ""
