"""Whose things a device keeps: an opaque mark of an account, so that people who share a device are kept apart. It tells nobody
who the account is, and is the same on each visit.
"""

from django.utils.crypto import salted_hmac

from landsea.base.actors import Actor


def compute_mark(actor: Actor) -> str:
    """Return the mark of who is signed in, empty for nobody."""
    return salted_hmac("landsea.device", str(actor.user_id)).hexdigest()[:16] if actor.user_id is not None else ""
