"""What the writes of an association have in common: one at a time per association, and one audit entry in its stream."""

from datetime import datetime

from landsea.base.actors import Actor
from landsea.base.audit.actions.append import append_entry
from landsea.base.jobs.turns import wait_for_turn


def name_association_stream(association_id: int) -> str:
    """Return the name of an association's stream in the audit."""
    return f"association:{association_id}"


def wait_for_one_at_a_time(association_id: int) -> None:
    """Wait until no other act on this association's register or sheets is under way; holds until the transaction ends."""
    wait_for_turn(name_association_stream(association_id))


def record_act(association_id: int, act: str, actor: Actor, now: datetime, **facts) -> None:
    """Write the audit entry of an act on an association. Facts are ids and counts, never a member's name or address."""
    append_entry(stream=name_association_stream(association_id), act=act, actor=actor.label, at=now, facts=facts)
