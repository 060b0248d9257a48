"""The audit stream of a barrier, which is also its timeline."""


def stream_of(barrier_id: int) -> str:
    """Return the name of the chain that a barrier's acts stand in."""
    return f"barrier:{barrier_id}"
