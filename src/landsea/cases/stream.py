"""The name of a case's stream in audit and outbox."""


def stream_of(case) -> str:
    """Return the stream of a case: `case:ID`."""
    return f"case:{case.pk}"
