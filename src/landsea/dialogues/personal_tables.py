"""What this room keeps about people: who has a seat at a dialogue."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable
from landsea.dialogues.actions.erase_seats import NOBODYS, erase_seats

TABLES = (
    PersonalTable(
        kind="seats",
        model="dialogues.Seat",
        name=_("Seats at dialogues"),
        why=_("so that you are invited, and the minutes say who was there"),
        shown=("country", "role", "name", "email", "reply", "present", "left_at"),
        by_user=("user",),
        by_address=("email",),
        corrected=("name",),
        only=~Q(email__startswith=NOBODYS),
        erase=erase_seats,
        stays=_("The seat of your country stays; of dialogues that were held, your name stays in the minutes."),
        since="dialogue__held_at",
        country="country",
    ),
)
