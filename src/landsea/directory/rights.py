"""Who may change what about the people of a desk. Seeing contacts is `access.may_see_contacts`; here is changing them."""


def may_manage_desk(actor, desk) -> bool:
    """Say whether somebody may change people and roster of a desk: its holders, deputies and head, and the coordinator. A
    second factor is asked by the doors of the pages.
    """
    return actor.is_coordinator or desk.pk in actor.desks


def may_hand_over_for(actor, user_id: int, offices: frozenset[int] | set[int]) -> bool:
    """Say whether somebody may hand a person's work over at desks of these offices: oneself, the head of all, the
    coordinator.
    """
    return actor.is_coordinator or actor.user_id == user_id or bool(offices) and offices <= actor.heads


def may_appoint(actor, desk) -> bool:
    """Say whether somebody may begin and end appointments to a desk: its office's head and the coordinator, not its people."""
    return actor.is_coordinator or desk.office_id in actor.heads
