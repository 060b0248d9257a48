"""Ends every session of a person, so that a browser left open shows nothing more. Rights are gone without it as well: they
are read from current appointments at each request.
"""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from landsea.accounts.models import User


def end_sessions(user_id: int, *, now, close_account: bool = False, but: str | None = None) -> int:
    """Delete the person's sessions that are still good at `now` (aware), all `but` the one of this key, and return how many;
    with `close_account` nobody can sign in with that account any more.
    """
    if close_account:
        User.objects.filter(pk=user_id).update(is_active=False)
    mine = [
        session.pk
        for session in Session.objects.filter(expire_date__gt=now).iterator()
        if session.pk != but and session.get_decoded().get(SESSION_KEY) == str(user_id)
    ]
    return Session.objects.filter(pk__in=mine).delete()[0]
