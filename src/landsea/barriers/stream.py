"""The audit stream of a barrier, which is also its timeline."""


def name_stream(barrier_id: int) -> str:
    """Return the name of the chain that a barrier's acts stand in."""
    return f"barrier:{barrier_id}"


def find_barrier_of_stream(stream: str) -> int:
    """Return the id of the barrier that a stream is of."""
    return int(stream.removeprefix("barrier:"))
