"""Who may change what about the people of a desk. Seeing contacts is `access.may_see_contacts`; here is changing them."""


def may_manage_desk(actor, desk) -> bool:
    """People and roster of a desk: its holders, deputies and head, and the coordinator. A second factor is asked by the
    doors of the pages.
    """
    return actor.is_coordinator or desk.pk in actor.desks


def may_hand_over_for(actor, user_id: int, offices: frozenset[int] | set[int]) -> bool:
    """Work of a person at desks of these offices: oneself, the head of all of them, the coordinator."""
    return actor.is_coordinator or actor.user_id == user_id or bool(offices) and offices <= actor.heads
