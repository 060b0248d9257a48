"""What this room keeps about people: plans that an address keeps, trips that an account logged."""

from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable, delete_rows, write_over

TABLES = (
    PersonalTable(
        kind="plans",
        model="corridor.KeptPlan",
        name=_("Plans that you keep"),
        why=_("so that you hear when the way changes"),
        shown=("name", "email", "language", "question", "ready_at", "created_at", "confirmed_at", "ended_at"),
        by_address=("email",),
        corrected=("language",),
        erase=delete_rows,
        since="ready_at",
    ),
    PersonalTable(
        kind="trips",
        model="corridor.Trip",
        name=_("Trips that you logged"),
        why=_("so that one sender cannot bend a figure"),
        shown=("mode", "goods", "cost_usd", "how", "created_at"),
        by_user=("sender",),
        erase=write_over(sender=None),
        stays=_("The journey itself stays without you, as one of many in a median."),
    ),
)
