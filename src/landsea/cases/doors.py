"""The doors of secret links to a case: the cookie that follows a filer's link, or that of a desk without an account, and opens
the pages of one case, and no others.

It is sent only below the door's own address, so whatever a filer can do stands below `my/REF/`, and what such a desk can do
below `answer/REF/`, whichever app does it.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from landsea.base.actors import Actor, make_filer
from landsea.base.ui.reader import follow_country
from landsea.cases import access
from landsea.cases.access.by_answer_link import Answering, open_answer_link
from landsea.cases.models import Case

SECRET = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True)
class Opened:
    """A mailbox that its holder proved: the case, the actor, and the secret itself, to be shown to nobody else."""

    case: Case
    actor: Actor
    secret: str


def open_mailbox(request, ref: str) -> Opened | None:
    """Return the mailbox that the request's cookie proves; its case has another number if it was merged since. Its pages go by
    the clock of the filer's country, where nothing says another; who named none may be where the case is.
    """
    secret = request.COOKIES.get(name_cookie(ref), "")
    link = access.find_link_with_secret(secret) if SECRET.fullmatch(secret) else None
    if link is None:
        return None
    actor = make_filer(link.case_id, link.case.language)
    case = access.find_case(actor, link.case.ref)
    follow_country(request, case.filer_country or case.country, is_guess=not case.filer_country)
    return Opened(case, actor, secret)


def name_cookie(ref: str) -> str:
    """Return the name of the cookie that holds the secret of this case."""
    return f"mailbox_{ref}"


def open_answering(request: HttpRequest, ref: str, now: datetime) -> Answering | None:
    """Return the case that the request's cookie of a desk's link opens at `now` (aware), if it is the one of this number."""
    opened = open_answer_link(find_answering_secret(request, ref), now)
    return opened if opened is not None and opened.case.ref == ref else None


def find_answering_secret(request: HttpRequest, ref: str) -> str:
    """Return the secret of a desk's link that the request's cookie holds; empty for none."""
    return request.COOKIES.get(name_answering_cookie(ref), "")


def name_answering_cookie(ref: str) -> str:
    """Return the name of the cookie that holds the secret by which a desk answers this case."""
    return f"answer_{ref}"
