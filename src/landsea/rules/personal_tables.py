"""What this room keeps about people: watches and checklists of an address."""

from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable
from landsea.rules.actions.erase_watches import erase_watches

TABLES = (
    PersonalTable(
        kind="watches",
        model="rules.Watch",
        name=_("Watches and checklists"),
        why=_("so that you hear of rules that change, and find your papers again"),
        shown=(
            "name",
            "email",
            "language",
            "frequency",
            "question",
            "hs",
            "origins",
            "destinations",
            "places",
            "modes",
            "created_at",
            "confirmed_at",
            "ended_at",
        ),
        by_user=("user",),
        by_address=("email",),
        corrected=("language",),
        erase=erase_watches,
        since="ended_at",
    ),
)
