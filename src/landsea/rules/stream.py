"""The audit stream of a measure: its chain of drafts, approvals, publications and common answers."""


def measure_stream(code: str) -> str:
    """Return the name of the chain that a measure's acts stand in."""
    return f"measure:{code}"


def find_code(stream: str) -> str:
    """Return the code of the measure that a chain is of."""
    return stream.removeprefix("measure:")
