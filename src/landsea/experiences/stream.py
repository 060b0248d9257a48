"""The audit stream of an experience."""


def name_stream(experience_id: int) -> str:
    """Return the name of the chain that its acts stand in."""
    return f"experience:{experience_id}"
