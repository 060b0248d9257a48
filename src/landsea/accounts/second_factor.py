"""Whether this session was opened with a second factor."""

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator

from landsea.base.planned_once import open_planned_cursor


def has_passed_second_factor(request) -> bool:
    """True when the session proved a second factor, or proved one by setting it up just now.

    With a factor set up, sign-in itself asks for it, so an authenticated session of such a user has passed it.
    """
    methods = request.session.get(AUTHENTICATION_METHODS_SESSION_KEY, [])
    if any(method.get("method") == "mfa" for method in methods):
        return True
    return request.user.is_authenticated and has_second_factor(request.user.pk)


def has_second_factor(user_id: int) -> bool:
    """Whether an account has set one up; by a plain statement, as whoever must use one is asked it at each request."""
    with open_planned_cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {Authenticator._meta.db_table} WHERE user_id = %s::bigint LIMIT 1", [user_id])
        return cursor.fetchone() is not None
