"""The name of a case's stream in audit and outbox."""


def stream_of(case) -> str:
    """Return the stream of a case: `case:ID`."""
    return stream_with_id(case.pk)


def stream_with_id(case_id: int) -> str:
    """Return the stream of the case with this id."""
    return f"case:{case_id}"
