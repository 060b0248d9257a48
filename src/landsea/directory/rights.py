"""Who may change what about the people of a desk. Seeing contacts is `access.may_see_contacts`; here is changing them."""


def may_manage_desk(actor, desk) -> bool:
    """People and roster of a desk: its holders, deputies and head, and the coordinator. A second factor is asked by the
    doors of the pages.
    """
    return actor.is_coordinator or desk.pk in actor.desks


def may_hand_over_for(actor, user_id: int, offices: frozenset[int] | set[int]) -> bool:
    """Work of a person at desks of these offices: oneself, the head of all of them, the coordinator."""
    return actor.is_coordinator or actor.user_id == user_id or bool(offices) and offices <= actor.heads


def may_appoint(actor, desk) -> bool:
    """Who begins and ends appointments to a desk: the head of its office and the coordinator, never its own people."""
    return actor.is_coordinator or desk.office_id in actor.heads
