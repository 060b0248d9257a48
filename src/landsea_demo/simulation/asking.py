"""Questions to the database of the played year in plain SQL, past all that the acts use."""

from django.db import connection


def ask_for_all(question: str, **values) -> list[tuple]:
    """Return every row of the answer."""
    with connection.cursor() as cursor:
        cursor.execute(question, values or None)
        return cursor.fetchall()


def ask_for_one(question: str, **values) -> tuple:
    """Return the first row of the answer."""
    return ask_for_all(question, **values)[0]
