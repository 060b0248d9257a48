"""Deletes what a case said in other languages, when its words are erased or blacked out."""

from collections.abc import Collection
from datetime import datetime

from landsea.translating.models import TextTranslation


def forget_of_case(case_id: int, addresses: Collection[str], now: datetime) -> int:
    """Delete all translations of a case's words; return how many."""
    return TextTranslation.objects.filter(case=case_id).delete()[0]


def forget_of_message(case_id: int, message_id: int) -> int:
    """Delete the translations of one message, or of the filing (0), whose words were blacked out; return how many. A message
    may have been translated on a case that was merged into this one since.
    """
    if message_id:
        return TextTranslation.objects.filter(kind="message", key=str(message_id)).delete()[0]
    return TextTranslation.objects.filter(case=case_id, kind="filing").delete()[0]
