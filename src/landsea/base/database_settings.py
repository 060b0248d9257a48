"""Django's settings of a PostgreSQL server, from libpq's keywords."""

from typing import Any

PLANNED_AFTER = 1
"""So often a connection is asked a statement of `planned_once` before it is prepared; the server keeps its plan soon after."""
KNOWN = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def make_django_settings(parts: dict[str, str]) -> dict[str, Any]:
    """Return an entry of DATABASES for a server named by libpq's keywords; those Django has no name for become options."""
    options = {name: value for name, value in parts.items() if name not in KNOWN}
    return {
        "ENGINE": "django.db.backends.postgresql",
        **{django: str(parts.get(theirs, "")) for theirs, django in KNOWN.items()},
        "OPTIONS": {"connect_timeout": 5, "prepare_threshold": PLANNED_AFTER, **options},
        "CONN_MAX_AGE": None,
        "ATOMIC_REQUESTS": False,
    }
