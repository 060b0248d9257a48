"""What this room keeps about people: links it mailed, exports it made."""

from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable, delete_rows
from landsea.privacy.actions.take_exports_away import erase_exports

TABLES = (
    PersonalTable(
        kind="data_links",
        model="privacy.DataLink",
        name=_("Links to this page that were mailed to you"),
        why=_("so that only the owner of an address sees what is kept about it"),
        shown=("address", "asked_at", "expires_at", "opened_at"),
        by_address=("address",),
        erase=delete_rows,
        since="expires_at",
    ),
    PersonalTable(
        kind="exports",
        model="privacy.Export",
        name=_("Copies of your data that you asked for"),
        why=_("so that you can fetch them for some days"),
        shown=("state", "asked_at", "expires_at"),
        by_user=("user",),
        by_address=("address",),
        by_case=("case",),
        erase=erase_exports,
        since="expires_at",
    ),
)
