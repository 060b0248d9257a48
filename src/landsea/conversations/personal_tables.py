"""What this room keeps about people: conversations by messenger in which a case was filed."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable, delete_rows

TABLES = (
    PersonalTable(
        kind="conversations",
        model="conversations.Conversation",
        name=_("Conversations by messenger"),
        why=_("so that you can go on where you stopped, and hear of your case there"),
        shown=("channel", "remote", "stage", "language", "typed", "pending", "began_at", "touched_at", "ended_at"),
        by_case=("case",),
        erase=delete_rows,
        since="touched_at",
        over=Q(case=None) | Q(case__closed_at__isnull=False),
        country="case__filer_country",
    ),
)
