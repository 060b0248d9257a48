"""Sends the secret link of a case once more to the address that its filer left, for who has its number only.

1. Whoever asks proves nothing, so the act asks for nothing but a number, and its page says the same for every number.
2. The page only orders a job; the case is looked up by the worker, so that no answer takes longer for a case that exists.
3. The link that is good now is sent, to the known address and nowhere else. No link ends: a stranger who tries numbers would
   shut mailboxes otherwise. Whoever fears that somebody else has the old link makes a new one behind it (`new_link`).
"""

from datetime import datetime

from landsea.base.actors import SYSTEM
from landsea.base.jobs.waking import order_task
from landsea.base.limits.spending import Limit, spend_named_limit
from landsea.cases.access import Need, case_that_goes_on
from landsea.cases.actions.open_act import open_act
from landsea.cases.models import FilerLink
from landsea.cases.notices import tell_filer

ACT = "send_link_again"
A_DAY = Limit(3, 24 * 3600)
"""Mails about one case in a day, so that nobody fills somebody else's mailbox by a number."""


def order_link(ref: str) -> None:
    """Have the link of the case with this number, if there is one, sent by the worker; nothing after three in a day."""
    if spend_named_limit("send link", ref, A_DAY):
        order_task("cases.send_link_again", ref=ref)


def send_link_again(ref: str, *, now: datetime) -> None:
    """Tell the filer's side the link that is good now; nothing where no case has this number, or no link opens it."""
    case = case_that_goes_on(ref)
    if case is None or not FilerLink.objects.filter(case=case, revoked_at=None).exists():
        return
    with open_act(SYSTEM, case.ref, ACT, now=now, need=Need.READ) as work:
        tell_filer(work, "case_link_again")
