"""What this room keeps about people: what was filled into sentences on cases, and in which language somebody reads them."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable, delete_rows

TABLES = (
    PersonalTable(
        kind="phrases_asked",
        model="phrases.CaseAsk",
        name=_("Questions asked by the phrasebook"),
        why=_("so that each side reads them in its own language"),
        shown=("case__ref", "side", "code", "values", "asked_at", "closed_at"),
        by_user=("message__author",),
        by_address=("case__identity__email",),
        by_case=("case",),
        only=Q(kind="all", message__redacted_at=None),
        stays=_("What was filled in is emptied with the case. That a question was asked stays."),
    ),
    PersonalTable(
        kind="phrases_answered",
        model="phrases.CaseAnswer",
        name=_("Answers by the phrasebook"),
        why=_("so that each side reads them in its own language"),
        shown=("message__case__ref", "message__side", "code", "values", "answered_at"),
        by_user=("message__author",),
        by_address=("message__case__identity__email",),
        by_case=("message__case",),
        only=Q(message__kind="all", message__redacted_at=None),
        stays=_("What was filled in is emptied with the case. That a question was answered stays."),
    ),
    PersonalTable(
        kind="phrase_languages",
        model="phrases.PhraseLanguage",
        name=_("In which language you read the sentences of the phrasebook"),
        why=_("so that you need not choose it again"),
        shown=("language",),
        by_user=("user",),
        by_case=("case",),
        corrected=("language",),
        erase=delete_rows,
    ),
)
