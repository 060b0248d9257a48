"""How often somebody may act by one mailed link: each act may write to the other side, whose inbox is not to be filled by
whoever has the link. What is counted is the link's subject (a seat, one side of a case), not the network: a link goes round.
"""

from django.utils.translation import gettext

from landsea.base.limits.spending import Limit, spend_named_limit
from landsea.base.refusal import TOO_MANY, Refused

ACTS_BY_LINK = Limit(20, 3600)
"""Talks are arranged in three or four acts, an invitation is answered in one or two."""


def refuse_flood_by_link(what: str, number: int | None) -> None:
    """Count one more act by the link to a thing (`seat`, or `case of` a side, so that neither side shuts the other out; with
    its number). Raises Refused when there were too many within the hour; nothing is done then, and what was typed comes back.
    """
    if not spend_named_limit("act by link", f"{what}:{number}", ACTS_BY_LINK):
        raise Refused(
            TOO_MANY,
            gettext("Much was sent by this link within the hour. What you typed is still here: send it in an hour."),
        )
