"""What pages show of translations: the text in the reader's language, and who put it there."""

from collections.abc import Mapping, Sequence

from django.db.models import prefetch_related_objects
from django.utils.translation import get_language, gettext

from landsea.base.plain_reads import read_rows_of
from landsea.base.ui import shapes
from landsea.base.ui.translated_words import Original
from landsea.cases.models import CommonAnswerItem, Message
from landsea.directory.models.names import name_in
from landsea.translating.models import TextTranslation, compute_digest

OF_THESE = "language = %s AND digest = ANY(%s) AND (kind = 'joint_answer' OR kind = ANY(%s) AND key = ANY(%s))"


def find_translations(originals: Sequence[Original], language: str) -> Mapping[Original, shapes.Text]:
    """Return what these texts say in a language (as rows have it); a person's words before a program's, and who was first
    before others: nobody takes the place of another's words. Of most pages nothing was translated: then it is one statement.

    A message that was sent with a joint answer has the words of the answer, and with them its translation, where it has none of
    its own. Of a case that the answer was not given to, like words have no part in it: somebody else wrote them.
    """
    by_digest: dict[str, list[Original]] = {}
    for one in originals:
        by_digest.setdefault(compute_digest(one.text), []).append(one)
    kinds, keys = {one.kind for one in originals}, {one.key for one in originals}
    values = [language, list(by_digest), list(kinds), list(keys)]
    rows = _without_answers_to_others(read_rows_of(TextTranslation, OF_THESE, values), originals)
    prefetch_related_objects(rows, "office")
    found: dict[Original, shapes.Text] = {}
    for row in sorted(rows, key=_is_better):
        for one in by_digest[row.digest]:
            if (row.kind, row.key) == (one.kind, one.key) or (row.kind == "joint_answer" and one.kind == "message"):
                found[one] = shapes.Text(row.text, language, describe_source(row))
    return found


def _without_answers_to_others(rows: list[TextTranslation], originals: Sequence[Original]) -> list[TextTranslation]:
    """Leave out joint answers that are not among these and were given to no case of the messages among these."""
    if all(row.kind != "joint_answer" for row in rows):
        return rows
    messages = [int(one.key) for one in originals if one.kind == "message" and one.key.isdecimal()]
    cases = Message.objects.filter(pk__in=messages).values("case")
    given = set(CommonAnswerItem.objects.filter(case__in=cases).values_list("answer_id", flat=True))
    keys = {str(pk) for pk in given} | {one.key for one in originals if one.kind == "joint_answer"}
    return [row for row in rows if row.kind != "joint_answer" or row.key in keys]


def _is_better(row: TextTranslation) -> tuple[bool, bool, bool, int]:
    """Return what sorts the translations of one text, the one to be shown last; words of a filer stand behind a desk's."""
    has_account = bool(row.by_id or row.office_id)
    return not row.program, has_account, row.kind != "joint_answer", -row.pk


def describe_source(row: TextTranslation) -> str:
    """Return who translated, and that it is not official."""
    if row.program:
        return gettext("Translated by a program (%(program)s), not official") % {"program": row.program}
    if row.office:
        return gettext("Translated by %(office)s, not official") % {"office": name_office(row)}
    if row.by_filer:
        return gettext("Translated by whoever filed the case, not official")
    return gettext("Translated by a person, not official")


def name_office(row: TextTranslation) -> str:
    """Return the office for which a person translated, in the reader's language."""
    return name_in(row.office.names, get_language() or "en") if row.office else ""
