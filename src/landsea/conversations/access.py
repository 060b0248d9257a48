"""Reads of conversations."""

from landsea.base.messengers.ways import list_ways
from landsea.conversations.models import Conversation


def list_accounts_of_filer(case) -> list[tuple[str, str]]:
    """Return by which messenger accounts the filer of a case wants to be told: those that filed it. No query where no
    messenger is set up, or for a case that is being filed just now.
    """
    channels = [way.code for way in list_ways() if way.knows_people]
    if not channels or case.pk is None:
        return []
    rows = Conversation.objects.filter(case_id=case.pk, channel__in=channels)
    return list(rows.values_list("channel", "remote").distinct())
