"""Reads the words of cases that search does not know yet, or that changed since it read them."""

from collections.abc import Collection
from datetime import datetime

from django.db import connection
from django.db.models import F, Q

from landsea.cases.models import Case
from landsea.search.models import CaseWords
from landsea_core.text import split_into_words

AT_ONCE = 500
MOST_WORDS = 2_000
ROW = "(%s, array_to_tsvector(%s::text[]), %s, %s)"
KEEP = """
INSERT INTO search_casewords (case_id, words, version, read_at) VALUES {rows}
ON CONFLICT (case_id) DO UPDATE SET words = excluded.words, version = excluded.version, read_at = excluded.read_at
"""
_READ = ("pk", "ref", "title", "text", "place_text", "goods", "hs", "version")


def list_words(case: Case) -> list[str]:
    """Return the distinct words a case is found by, sorted, at most `MOST_WORDS`."""
    said = "\n".join((case.ref, case.title, case.text, case.place_text, case.goods, case.hs))
    return sorted(set(split_into_words(said, most=MOST_WORDS)))


def read_case(case: Case, *, now: datetime) -> None:
    """Read one case that was just filed, in the caller's transaction."""
    _keep_words([case], now)


def read_cases(*, now: datetime, most: int = AT_ONCE) -> int:
    """Read at most `most` cases that are new or changed, the newest first, and return how many were read."""
    stale = Q(words=None) | ~Q(words__version=F("version"))
    cases = list(Case.objects.filter(stale).only(*_READ).order_by("-pk")[:most])
    _keep_words(cases, now)
    return len(cases)


def forget_words(case_id: int, addresses: Collection[str], now: datetime) -> None:
    """Forget by which words a case was found whose filer was erased; the worker reads what is left."""
    CaseWords.objects.filter(case_id=case_id).delete()


def _keep_words(cases: list[Case], now: datetime) -> None:
    if not cases:
        return
    rows = [value for case in cases for value in (case.pk, list_words(case), case.version, now)]
    with connection.cursor() as cursor:
        cursor.execute(KEEP.format(rows=", ".join([ROW] * len(cases))), rows)
