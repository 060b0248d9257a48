"""Sends the secret link of a case once more to the address that its filer left, for who has its number only.

1. Whoever asks proves nothing, so the act asks for nothing but a number, and its page says the same for every number.
2. The page only orders a job; the case is looked up by the worker, so that no answer takes longer for a case that exists.
3. The link that is good now is sent, to the known address and nowhere else. No link ends: a stranger who tries numbers would
   shut mailboxes otherwise. Whoever fears that somebody else has the old link makes a new one behind it (`new_link`).
4. Where no address was left nothing is noted: nothing was sent. Numbers are easily guessed, so one address is also written to
   seldom, however many cases it left.
"""

from contextlib import suppress
from datetime import datetime

from landsea.base.actors import SYSTEM
from landsea.base.jobs.waking import order_task
from landsea.base.limits.spending import Limit, spend_named_limit
from landsea.cases.access import Need, find_case_that_goes_on
from landsea.cases.actions.open_act import open_act
from landsea.cases.models import FilerLink
from landsea.cases.notices import tell_filer

ACT = "send_link_again"
A_DAY = Limit(3, 24 * 3600)
"""Mails about one case in a day, so that nobody fills somebody else's mailbox by a number."""
AN_ADDRESS_A_DAY = Limit(6, 24 * 3600)
"""Of all its cases together: an exporter has hundreds, and whoever counts up numbers asks for each."""


class _NotSent(Exception):
    """Nothing is to be sent, so that nothing is written."""


def order_link(ref: str) -> None:
    """Have the link of the case with this number, if there is one, sent by the worker; nothing after three in a day."""
    if spend_named_limit("send link", ref, A_DAY):
        order_task("cases.send_link_again", ref=ref)


def send_link_again(ref: str, *, now: datetime) -> None:
    """Tell the filer's side the link that is good now; nothing where no case has this number, no link
    opens it, no address was left, or much was sent there already.
    """
    case = find_case_that_goes_on(ref)
    if case is None or not FilerLink.objects.filter(case=case, revoked_at=None).exists():
        return
    with suppress(_NotSent), open_act(SYSTEM, case.ref, ACT, now=now, need=Need.READ) as work:
        tell_filer(work, "case_link_again")
        work.mails[:] = [mail for mail in work.mails if _fits(mail.address)]
        if not work.mails:
            raise _NotSent


def _fits(address: str) -> bool:
    return spend_named_limit("send link to", address.lower(), AN_ADDRESS_A_DAY)
