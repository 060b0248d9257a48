"""Audit streams of dialogues and of promises."""


def name_stream(dialogue_id: int) -> str:
    """Return the name of the chain that a dialogue's acts stand in."""
    return f"dialogue:{dialogue_id}"


def name_promise_stream(action_id: int) -> str:
    """Return the name of the chain that a promise's acts stand in."""
    return f"promise:{action_id}"
