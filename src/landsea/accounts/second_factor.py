"""Whether this session was opened with a second factor."""

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.utils import is_mfa_enabled


def passed_second_factor(request) -> bool:
    """True when the session proved a second factor, or proved one by setting it up just now.

    With a factor set up, sign-in itself asks for it, so an authenticated session of such a user has passed it.
    """
    methods = request.session.get(AUTHENTICATION_METHODS_SESSION_KEY, [])
    if any(method.get("method") == "mfa" for method in methods):
        return True
    return request.user.is_authenticated and is_mfa_enabled(request.user)
