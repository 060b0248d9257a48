"""What this room keeps about people: their accounts with messengers, and messages that came in."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable, delete_rows, write_over

TABLES = (
    PersonalTable(
        kind="messengers",
        model="messengers.Connection",
        name=_("Messengers that you connected"),
        why=_("so that you are told there too"),
        shown=("channel", "remote", "wants_notices", "connected_at", "last_used_at", "ended_at"),
        by_user=("user",),
        erase=delete_rows,
        since="ended_at",
    ),
    PersonalTable(
        kind="messenger_codes",
        model="messengers.ConnectionCode",
        name=_("Codes for connecting a messenger"),
        why=_("so that nobody else connects your account"),
        shown=("channel", "created_at", "ends_at", "used_at"),
        by_user=("user",),
        erase=delete_rows,
        since="ends_at",
    ),
    PersonalTable(
        kind="messages_in",
        model="messengers.Incoming",
        name=_("Messages that came in by messenger"),
        why=_("so that the same message is dealt with once"),
        shown=("channel", "remote", "received_at", "handled_at"),
        only=~Q(remote=""),
        erase=write_over(remote="", text="", choice="", press="", file=None),
        since="handled_at",
    ),
)
