"""Reads the words of cases that were filed lately, for evidence: what they suggest, beside what the filer chose.

No filer waits for it, and nothing is routed by it. Words are read before their case is locked, and kept once.
"""

import logging

from django.db import InterfaceError, OperationalError, transaction

from landsea.cases.actions.reading_evidence import find_evidence, keep_evidence
from landsea.cases.models import Case, WordsToRead

AT_ONCE = 100
logger = logging.getLogger(__name__)


def read_filed(*, most: int = AT_ONCE) -> int:
    """Read the words of at most `most` cases, those filed first before others, and return how many there were. Words that
    cannot be read, or of which what was read cannot be kept, are let go, with a line in the log: they must not keep the others
    waiting for ever. A database that does not answer ends the round; the next one goes on.
    """
    waiting = list(WordsToRead.objects.select_related("case").order_by("pk")[:most])
    for one in waiting:
        try:
            _keep_reading(one.pk, find_evidence(one))
        except (InterfaceError, OperationalError):
            raise
        except Exception:
            logger.exception("the words of a case cannot be read", extra={"case": one.pk})
            one.delete()
    return len(waiting)


def _keep_reading(case_id: int, evidence: dict) -> None:
    with transaction.atomic():
        case = Case.objects.select_for_update().filter(pk=case_id).first()
        if case is not None:
            keep_evidence(case, evidence)
