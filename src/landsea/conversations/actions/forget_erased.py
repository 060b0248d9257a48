"""Forgets the conversations in which a case was filed whose filer was erased."""

from collections.abc import Collection
from datetime import datetime

from landsea.conversations.models import Conversation


def forget_conversations(case_id: int, addresses: Collection[str], now: datetime) -> None:
    """Delete them, in the transaction of the act that erases."""
    Conversation.objects.filter(case_id=case_id).delete()
