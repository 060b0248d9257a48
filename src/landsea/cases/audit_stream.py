"""The name of a case's stream in audit and outbox."""


def name_stream(case) -> str:
    """Return the stream of a case: `case:ID`."""
    return name_stream_of_id(case.pk)


def name_stream_of_id(case_id: int) -> str:
    """Return the stream of the case with this id."""
    return f"case:{case_id}"
