"""Deletes what a case said in other languages, when its words are erased or blacked out."""

from collections.abc import Collection
from datetime import datetime

from landsea.translating.models import TextTranslation


def forget_of_case(case_id: int, addresses: Collection[str], now: datetime) -> int:
    """Delete all translations of a case's words; return how many."""
    return TextTranslation.objects.filter(case=case_id).delete()[0]


def forget_of_message(case_id: int, message_id: int) -> int:
    """Delete the translations of one message, or of the filing (0), whose words were blacked out; return how many."""
    of_case = TextTranslation.objects.filter(case=case_id)
    if message_id:
        return of_case.filter(kind="message", key=str(message_id)).delete()[0]
    return of_case.filter(kind="filing").delete()[0]
