"""Who is asking, from the header Authorization and nothing else: no cookie of a browser counts here.

A bearer is a person's key (`lsk_...`), which acts with the rights that person has now; or the secret of one case, a filer's
or a desk's without an account, which opens that case alone.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.http import HttpRequest
from django.utils.translation import gettext

from landsea.api.access import find_key_with_secret
from landsea.api.actions.make_key import BEGINNING, note_use
from landsea.api.operations import Operation
from landsea.api.problems import Problem
from landsea.base.actors import ANONYMOUS, Actor, make_filer
from landsea.base.doors import may_enter
from landsea.base.limits.spending import Limit, compute_network_digest, is_limit_spent, spend_limit, spend_named_limit
from landsea.base.secret_links import SHAPE
from landsea.cases.access import find_link_with_secret
from landsea.cases.access.by_answer_link import open_answer_link
from landsea.directory.actors import make_actor

WRONG_KEYS = Limit(120, 60)
"""Apart from the limit on wrong links: nobody guesses 256 bits, and an ended key that a program goes on sending shall not
shut out the valid keys and the mailboxes of its whole network."""
REALM = {"WWW-Authenticate": 'Bearer realm="Landsea"'}


@dataclass(frozen=True)
class Caller:
    """Who asks: the actor, a name under which answers and limits are kept, what the key is limited to.

    `kind` is nobody, person, mailbox (the filer's secret) or answer_link (a desk's). `secret` is the case's, if it is one;
    `address` that of the person's account.
    """

    actor: Actor
    name: str
    kind: str = "nobody"
    scopes: frozenset[str] = field(default=frozenset())
    by_second_factor: bool = False
    secret: str = ""
    address: str = ""


def find_caller(request: HttpRequest, now: datetime) -> Caller:
    """Return who asks at `now` (aware); raises Problem for a bearer that is none of ours or holds no more."""
    kind, _space, secret = request.headers.get("Authorization", "").partition(" ")
    secret = secret.strip()
    if not kind:
        return Caller(ANONYMOUS, f"network:{compute_network_digest(request)}")
    found, is_key = None, secret.startswith(BEGINNING)
    if kind.lower() == "bearer" and secret.isascii() and "\0" not in secret:
        if not is_key and is_limit_spent(request, "link"):
            raise Problem("too-often", gettext("Too many wrong keys came from your network. Ask again in ten minutes."))
        found = _person_with(secret, now) if is_key else _case_with(secret, now)
    if found is None:
        if not is_key:
            spend_limit(request, "link")
        elif not spend_named_limit("api wrong key", compute_network_digest(request), WRONG_KEYS):
            raise Problem("too-often", gettext("Too many wrong keys came from your network. Ask again in ten minutes."))
        raise Problem("key-unknown", gettext("Send a key of yours, or a case's secret, as: Bearer KEY."), headers=REALM)
    return found


def _person_with(secret: str, now: datetime) -> Caller | None:
    key = find_key_with_secret(secret, now)
    if key is None:
        return None
    note_use(key, now)
    actor = make_actor(key.user, now)
    return Caller(actor, f"key:{key.pk}", "person", frozenset(key.scopes), key.by_second_factor, address=key.user.email)


def _case_with(secret: str, now: datetime) -> Caller | None:
    if not SHAPE.fullmatch(secret):
        return None
    if link := find_link_with_secret(secret):
        return Caller(make_filer(link.case_id, link.case.language), f"mailbox:{link.pk}", "mailbox", secret=secret)
    if opened := open_answer_link(secret, now):
        return Caller(opened.actor, f"answer:{opened.link.pk}", "answer_link", secret=secret)
    return None


def let_in(caller: Caller, operation: Operation) -> None:
    """Return when the caller may come to this operation; raises Problem with what is missing. What they find there the
    operation asks itself, as every page does.
    """
    if operation.is_public or caller.kind in operation.door.split():
        return
    doors = [one for one in operation.door.split() if one not in ("mailbox", "answer_link")]
    if caller.kind == "nobody":
        raise Problem("who-are-you", gettext("Send a key as: Authorization: Bearer KEY."), headers=REALM)
    if caller.kind != "person" or not any(may_enter(caller.actor, one) for one in doors):
        raise Problem("not-allowed", gettext("Whom this key belongs to has no right to this."))
    if operation.scope and operation.scope not in caller.scopes:
        sentence = gettext("Make a key with the scope %(scope)s, on the page of your keys.") % {
            "scope": operation.scope
        }
        raise Problem("scope-missing", sentence)
    if caller.actor.must_use_second_factor and not caller.by_second_factor:
        raise Problem("second-factor", gettext("Sign in with your second factor and make a new key."))
