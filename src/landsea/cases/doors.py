"""The door of a filer's mailbox: the cookie that follows the secret link and opens the pages of one case, and no others.

It is sent only below the mailbox's own address, so whatever a filer can do stands below `my/REF/`, whichever app does it.
"""

import re
from dataclasses import dataclass

from landsea.base.actors import Actor, filer_of
from landsea.cases import access
from landsea.cases.models import Case

SECRET = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True)
class Opened:
    """A mailbox that its holder proved: the case, the actor, and the secret itself, to be shown to nobody else."""

    case: Case
    actor: Actor
    secret: str


def opened_mailbox(request, ref: str) -> Opened | None:
    """Return the mailbox that the request's cookie proves; its case has another number if it was merged since."""
    secret = request.COOKIES.get(cookie_of(ref), "")
    link = access.link_with_secret(secret) if SECRET.fullmatch(secret) else None
    if link is None:
        return None
    actor = filer_of(link.case_id, link.case.language)
    return Opened(access.case_for(actor, link.case.ref), actor, secret)


def cookie_of(ref: str) -> str:
    """Return the name of the cookie that holds the secret of this case."""
    return f"mailbox_{ref}"
