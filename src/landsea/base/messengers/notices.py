"""What mails tell people, told in a line where they have connected a messenger and want it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from landsea.base.contributions import Slot
from landsea.base.messengers.models import Connection
from landsea.base.messengers.ways import list_ways
from landsea.base.outbox.actions.queue import Mail
from landsea.base.outbox.channels import MAIL

TOLD_OTHERWISE: Slot[Callable[[Mail], bool]] = Slot(
    "which mails need no copy, since a room tells the same by messenger itself"
)


def make_copies_for_messengers(mails: Sequence[Mail]) -> list[Mail]:
    """Return a short message beside each mail to somebody who is connected. No query where no messenger is set up, or
    none of these mails goes to a person with an account.
    """
    channels = [way.code for way in list_ways() if way.knows_people]
    mails = [mail for mail in mails if not any(is_told(mail) for is_told in TOLD_OTHERWISE)] if channels else []
    users = {mail.user_id for mail in mails if mail.channel == MAIL and mail.user_id}
    if not channels or not users:
        return []
    rows = Connection.objects.filter(user_id__in=users, channel__in=channels, wants_notices=True, ended_at=None)
    accounts: dict[int, list[tuple[str, str]]] = {}
    for user_id, channel, remote in rows.values_list("user_id", "channel", "remote"):
        accounts.setdefault(user_id, []).append((channel, remote))
    return [
        replace(mail, channel=channel, address=remote, once=f"{channel}:{mail.once}"[:120])
        for mail in mails
        if mail.channel == MAIL and mail.user_id
        for channel, remote in accounts.get(mail.user_id, ())
    ]
