"""Tokens of a messenger that change with each use: the setting names the first one, the row keeps what came after it."""

from django.db import models


class RenewedToken(models.Model):
    """What a messenger gave last: an access token until `ends_at`, and the refresh token that brings the next, once.

    `began_with` is the digest of the setting's token from which the chain began: another setting begins another chain.
    `claimed_at`: since when a process asks for the next pair. `failing_since`, `failure`: since when none was given, and what
    the messenger said last.
    """

    channel = models.CharField(max_length=12, primary_key=True)
    began_with = models.CharField(max_length=64, blank=True)
    refresh = models.TextField(blank=True)
    access = models.TextField(blank=True)
    ends_at = models.DateTimeField(null=True)
    claimed_at = models.DateTimeField(null=True)
    failing_since = models.DateTimeField(null=True)
    failure = models.CharField(max_length=200, blank=True, default="", db_default="")

    def __str__(self) -> str:
        return f"tokens of {self.channel}"
