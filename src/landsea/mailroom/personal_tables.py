"""What this room keeps about people: mails that came in, addresses to answer to, hours that people chose."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from landsea.base.personal_data import PersonalTable, delete_rows, write_over

TABLES = (
    PersonalTable(
        kind="mails_in",
        model="mailroom.InboundMail",
        name=_("Mails that you sent us"),
        why=_("so that no mail is lost; its bytes go thirty days after it was dealt with"),
        shown=("recipient", "sender", "subject", "received_at", "state"),
        by_address=("sender",),
        only=~Q(sender="") & Q(state__in=["done", "aside", "discarded"]),
        erase=write_over(raw=b"", sender="", envelope_sender="", subject="", message_id="", peer=""),
        stays=_(
            "That a mail came in, and what became of it, stays without you. What waits for a person is not touched."
        ),
        since="ended_at",
    ),
    PersonalTable(
        kind="mail_choices",
        model="mailroom.MailChoice",
        name=_("When mails come to you"),
        why=_("so that no mail comes in your night"),
        shown=("daily", "daily_hour", "quiet_from", "quiet_until"),
        by_user=("user",),
        erase=delete_rows,
    ),
    PersonalTable(
        kind="reply_addresses",
        model="mailroom.ReplyAddress",
        name=_("Addresses by which you answer"),
        why=_("so that an answer by mail is known to be yours"),
        shown=("created_at", "last_used_at", "revoked_at"),
        by_user=("user",),
        erase=delete_rows,
        since="revoked_at",
    ),
)
