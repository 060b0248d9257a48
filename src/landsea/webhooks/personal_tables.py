"""What this room keeps about people: where their programs hear of events."""

from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable, delete_rows

TABLES = (
    PersonalTable(
        kind="receivers",
        model="webhooks.Receiver",
        name=_("Receivers of your programs"),
        why=_("so that a program of yours hears of what happens"),
        shown=("name", "url", "kinds", "made_at", "off_at"),
        by_user=("user",),
        erase=delete_rows,
        since="off_at",
    ),
)
