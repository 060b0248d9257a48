"""What this room keeps about people: whom it tried to wake, by which way, and what came back."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable, write_over

TABLES = (
    PersonalTable(
        kind="wakes",
        model="waking.WakeTry",
        name=_("When you were called for an urgent case"),
        why=_("so that the case shows who was tried, when, and what came back"),
        shown=("name", "way", "address", "tried_at", "answered_at", "answer"),
        by_user=("user",),
        by_address=("address",),
        only=~Q(address=""),
        erase=write_over(name="", address="", user=None),
        stays=_("That somebody of the desk was called, and whether they answered, stays on the case without you."),
        since="tried_at",
        country="wake__desk__office__country",
    ),
)
