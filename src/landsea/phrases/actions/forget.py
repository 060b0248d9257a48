"""Empties what was filled into sentences on a case when its filer is erased, in the mails to offices too: which ask was put,
and when, stays.
"""

from collections.abc import Collection
from datetime import datetime

from landsea.base.outbox.models import Delivery
from landsea.cases.audit_stream import name_stream_of_id
from landsea.phrases.models import CaseAnswer, CaseAsk, FreeWords, PhraseLanguage


def forget_values(case_id: int, _addresses: Collection[str], now: datetime) -> None:
    """Empty the values of an erased case, in the caller's transaction. What still waits does so for nobody."""
    CaseAsk.objects.filter(case_id=case_id).update(values={})
    CaseAsk.objects.filter(case_id=case_id, closed_at=None).update(closed_at=now)
    CaseAnswer.objects.filter(message__case_id=case_id).update(values={})
    FreeWords.objects.filter(message__case_id=case_id).delete()
    PhraseLanguage.objects.filter(case_id=case_id).delete()
    for mail in Delivery.objects.filter(stream=name_stream_of_id(case_id), template__startswith="phrase_"):
        told = {name: mail.facts[name] | {"values": {}} for name in ("ask", "answer") if mail.facts.get(name)}
        Delivery.objects.filter(pk=mail.pk).update(facts=mail.facts | told)
