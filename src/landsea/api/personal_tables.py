"""What this room keeps about people: keys with which their programs act for them."""

from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable, delete_rows

TABLES = (
    PersonalTable(
        kind="access_keys",
        model="api.AccessKey",
        name=_("Keys of your programs"),
        why=_("so that a program can do for you what you allowed it"),
        shown=("name", "beginning", "scopes", "made_at", "ends_at", "last_used_at", "ended_at"),
        by_user=("user",),
        erase=delete_rows,
        since="ends_at",
    ),
)
