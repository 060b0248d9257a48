"""What this room keeps about people: who has a seat at a dialogue, and the links by which some answer."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable, delete_rows
from landsea.dialogues.actions.erase_seats import NOBODYS, erase_seats

TABLES = (
    PersonalTable(
        kind="seats",
        model="dialogues.Seat",
        name=_("Seats at dialogues"),
        why=_("so that you are invited, and the minutes say who was there"),
        shown=("country", "role", "name", "email", "reply", "note", "proposed_at", "present", "left_at"),
        by_user=("user",),
        by_address=("email",),
        corrected=("name",),
        only=~Q(email__startswith=NOBODYS),
        erase=erase_seats,
        stays=_("The seat of your country stays; of dialogues that were held, your name stays in the minutes."),
        since="dialogue__held_at",
        country="country",
    ),
    PersonalTable(
        kind="invitation_links",
        model="dialogues.SeatLink",
        name=_("Links by which you answer an invitation"),
        why=_("so that you can answer without an account"),
        shown=("seat__dialogue", "address", "created_at", "last_used_at", "revoked_at"),
        by_address=("address",),
        erase=delete_rows,
        since="seat__dialogue__held_at",
        country="seat__country",
    ),
)
