"""How many database connections a process may hold: a pool, from which each request and job takes one and gives it back.

Without a pool each thread keeps a connection of its own, and the web server's threads come and go: a thread that ended left its
connection behind, until Python's collector of cycles, which runs rarely, happened to find it (`docs/decisions/connections.md`).
Only processes that serve many at once use a pool; a command takes one connection and ends.
"""

from typing import Any

from django.conf import settings
from django.db import connections

WAIT = 10.0  # seconds that a request waits for a connection before it says that too many people work here
IDLE = 300.0  # seconds after which a connection that nobody needed is closed


def share_connections(most: int | None = None) -> None:
    """Let all threads of this process share at most so many connections (LANDSEA_DATABASE_CONNECTIONS) to each database.

    To be called before the first connection is made, in each process that serves.
    """
    pool: dict[str, Any] = {
        "min_size": 1,
        "max_size": most or settings.DATABASE_CONNECTIONS,
        "timeout": WAIT,
        "max_idle": IDLE,
        "max_waiting": 500,
    }
    for name in connections.settings:
        database = connections.settings[name]
        database["CONN_MAX_AGE"] = 0  # a request gives its connection back at its end
        database["OPTIONS"] = {**database.get("OPTIONS", {}), "pool": pool}
