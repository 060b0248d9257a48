"""A secret of a followed link or a sent form, kept in the browser for the pages of one address: no address holds it."""

from django.conf import settings
from django.http import HttpResponseRedirect


def go_with_secret(address: str, cookie: str, secret: str, *, seconds: int) -> HttpResponseRedirect:
    """Go to a page of ours, the secret in a cookie that only this address and those below it are sent, for so many seconds."""
    response = HttpResponseRedirect(address)
    response.set_cookie(
        cookie,
        secret,
        max_age=seconds,
        path=address,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response
