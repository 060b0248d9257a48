"""The forms of the second factor: a code is good once, for as long as it can be good at all; what was scanned stays good."""

from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import get_totp_secret
from django import forms
from django.core.cache import cache

SECONDS_A_CODE_LIVES = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
"""Its own half minute, and as many before and after as clocks may differ by (RFC 6238, section 5.2). The library remembers a
code for its own half minute only: whoever looked over a shoulder could use it again in the next.
"""


class GoodOnce:
    """Refuses a code that was used within its life, by any process."""

    def clean_code(self) -> str:
        code: str = super().clean_code()  # type: ignore[misc]  # of the form that this is mixed into
        authenticator = self.authenticator  # type: ignore[attr-defined]
        if authenticator.type == Authenticator.Type.TOTP:
            used = f"landsea.used_code:{authenticator.user_id}:{code.strip()}"
            if not cache.add(used, True, timeout=SECONDS_A_CODE_LIVES):
                raise get_adapter().validation_error("incorrect_code")
        return code


class CodeForm(GoodOnce, AuthenticateForm):
    """Asked at sign-in."""


class CodeAgainForm(GoodOnce, ReauthenticateForm):
    """Asked again before something that matters."""


class SetUpForm(ActivateTOTPForm):
    """Asked when an authenticator app is set up. The library makes a new secret each time the page is opened; but whoever looks
    up the code in the app on the same phone often comes back to a page that the browser loaded anew, and the code of the square
    that was scanned would be refused for ever. So the secret stays that of the session until a code of it was taken.
    """

    def __init__(self, *args, **kwargs) -> None:
        self.user = kwargs.pop("user")
        forms.Form.__init__(self, *args, **kwargs)
        self.secret = get_totp_secret()
