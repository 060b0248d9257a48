"""What this room keeps about people: who translated something, and what a case says in other languages."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable, write_over

TABLES = (
    PersonalTable(
        kind="translations",
        model="translating.TextTranslation",
        name=_("Translations that you offered"),
        why=_("so that readers see for which office somebody translated"),
        shown=("kind", "language", "text", "written_at"),
        by_user=("by",),
        erase=write_over(by=None),
        only=~Q(by=None),
        stays=_("The words stay for those who read them, without you."),
    ),
)
