"""What this room keeps about people: the secret address of their calendar."""

from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable, delete_rows

TABLES = (
    PersonalTable(
        kind="private_calendars",
        model="calendars.PrivateCalendar",
        name=_("The address of your calendar"),
        why=_("so that a calendar program of yours can read your deadlines and meetings"),
        shown=("made_at", "last_read_at", "last_program", "ended_at"),
        by_user=("user",),
        erase=delete_rows,
        since="ended_at",
    ),
)
