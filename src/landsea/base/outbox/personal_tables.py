"""What this room keeps about people: mails and messages that went to an address."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from landsea.base.outbox.actions.erase import erase_deliveries
from landsea.base.personal_data import PersonalTable

TABLES = (
    PersonalTable(
        kind="mails",
        model="outbox.Delivery",
        name=_("Mails and messages to you"),
        why=_("so that nothing you must know is lost on the way"),
        shown=("template", "channel", "address", "state", "created_at", "ended_at"),
        by_user=("user",),
        by_address=("address",),
        only=~Q(address="") & Q(ended_at__isnull=False),
        erase=erase_deliveries,
        stays=_(
            "That a mail went out, and when, stays without your address. What still has to be sent to you is sent."
        ),
        since="ended_at",
    ),
)
