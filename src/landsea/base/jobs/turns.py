"""One after another, for acts with no row in common to lock: the same form sent twice at one instant, the first of a kind."""

from django.db import connection


def wait_for_turn(name: str) -> None:
    """Wait until no other transaction has a turn under this name; ours ends with the current transaction.

    Call this before you look whether the act was done already. When two requests come at once, the second one waits and then
    sees the first one's row, instead of failing on a unique key. Two names may share a
    turn (by their digest), which only makes one wait.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("A turn lasts as long as a transaction, so it is waited for inside one.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])


def wait_for_form(form_key: object) -> None:
    """Wait until no other transaction deals with the same form, whatever page it was sent to."""
    wait_for_turn(f"form:{form_key}")
