"""What this room keeps about people: devices that read the phone books for them."""

from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable, delete_rows

TABLES = (
    PersonalTable(
        kind="phone_book_devices",
        model="phonebook.Device",
        name=_("Devices that read the phone books for you"),
        why=_("so that a telephone can show who answers, and can be shut out again"),
        shown=(
            "name",
            "made_with_second_factor",
            "made_at",
            "last_used_at",
            "last_network",
            "last_program",
            "ended_at",
        ),
        by_user=("user",),
        erase=delete_rows,
        since="ended_at",
    ),
)
