"""Passwords of devices: made here, never chosen, so that nobody's other password is typed into a telephone's settings.

A password has 20 signs of 31 that are not taken for one another (99 bits), in groups that one can type on a telephone.
"""

import secrets

from landsea.base.secret_links import compute_digest

SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP = 4, 5


def make_password() -> str:
    """Return a fresh password: "abcde-fghjk-mnpqr-stuvw"."""
    return "-".join("".join(secrets.choice(SIGNS) for _sign in range(GROUP)) for _group in range(GROUPS))


def compute_digest_of_password(typed: str) -> str:
    """Return what the database keeps of a password, typed with or without its hyphens, in whatever case."""
    return compute_digest("device " + "".join(one for one in typed.lower() if one.isalnum()))
