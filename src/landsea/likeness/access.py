"""The only reads of likeness: what lies nearest to a vector, among what the caller's reader may see and nothing else.

Rights come first: cases are looked for inside the query that `cases.access.list_visible_cases` gives, public texts among
the keys that are public now. So neither the order nor the number of what is found can say anything of what is hidden. A
case of which words were blacked out since it was read is left out until it is read again.
"""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from django.db import connection, transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from pgvector.django import MaxInnerProduct

from landsea.base.plain_reads import read_rows_of
from landsea.cases.access import has_none
from landsea.cases.models import Case, Redaction
from landsea.likeness.actions.read_cases import is_stale_vector
from landsea.likeness.models import CaseVector, TextKind, TextVector
from landsea.likeness.vector_reader import compute_vector, name_current_model
from landsea_core.likeness import PERHAPS

__all__ = [
    "Near",
    "compute_vector",
    "count_how_many_read",
    "find_nearest_cases",
    "find_nearest_texts",
    "find_vector_of_case",
    "find_vectors_of_cases",
]

NARROW = 5_000
"""Who sees at most so many cases has all of them compared, one by one; for others the index is asked."""
LOOKED_AT = 800
"""How many neighbours the index keeps while it looks (hnsw.ef_search); bench.likeness shows what it finds with it."""


@dataclass(frozen=True)
class Near:
    """One text that was found: the id of a case, or the key of a public text, and its likeness (0 to 1)."""

    key: int | str
    likeness: float


def find_nearest_cases(
    among: QuerySet[Case], vector: np.ndarray, *, most: int, least: float = PERHAPS, without: Collection[int] = ()
) -> list[Near]:
    """Return the cases of `among` that are most like a vector, the nearest first; merged ones and `without` left out."""
    seen = among.order_by().filter(merged_into=None).values("pk")
    rows = (
        _comparable_vectors()
        .exclude(case_id__in=list(without))
        .annotate(far=MaxInnerProduct("vector", vector.tolist()))
    )
    if seen[: NARROW + 1].count() <= NARROW:
        few = list(seen.values_list("pk", flat=True))
        # By their numbers, so that the database reads these vectors and not all; the sum keeps it from the index, which knows
        # nothing of who may see what.
        rows = rows.filter(case_id__in=few).order_by(F("far") + 0)
        found = list(rows.values_list("case_id", "far")[:most])
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL hnsw.ef_search = {LOOKED_AT}; SET LOCAL hnsw.iterative_scan = strict_order")
            found = list(rows.filter(case__in=seen).order_by("far").values_list("case_id", "far")[:most])
    return [Near(key, -far) for key, far in found if -far >= least]


def find_nearest_texts(
    kind: str, vector: np.ndarray, *, among: Collection[str | int] | QuerySet, most: int, least: float = PERHAPS
) -> list[Near]:
    """Return the texts of a kind that are most like a vector, among these keys (or a query of one column that gives them, so
    that a thousand keys need not come here and go back), each once, the nearest first.
    """
    rows = TextVector.objects.filter(kind=kind, model=name_current_model(), vector__isnull=False, key__in=among)
    rows = rows.annotate(far=MaxInnerProduct("vector", vector.tolist())).filter(far__lte=-least).order_by("far", "pk")
    best: dict[str, float] = {}
    for key, far in rows.values_list("key", "far"):
        best.setdefault(key, -far)
        if len(best) >= most:
            break
    return [Near(key, likeness) for key, likeness in best.items()]


def find_vectors_of_cases(case_ids: Collection[int]) -> dict[int, np.ndarray]:
    """Return the vectors of these cases, by id; ask only for cases that the reader may see, or for rules that show none."""
    rows = _comparable_vectors().filter(case_id__in=case_ids).values_list("case_id", "vector")
    return {pk: np.array(vector, dtype=np.float32) for pk, vector in rows}


def find_vector_of_case(case: Case) -> np.ndarray | None:
    """Return the vector of a case that the reader sees; None while it is not read, or when words were blacked out since."""
    if not has_none(case, "redaction"):
        return find_vectors_of_cases([case.pk]).get(case.pk)
    found = read_rows_of(
        CaseVector, "case_id = %s AND model = %s AND vector IS NOT NULL", [case.pk, name_current_model()]
    )
    return np.array(found[0].vector, dtype=np.float32) if found else None


def _comparable_vectors() -> QuerySet[CaseVector]:
    """Vectors by the model of today, without those that were made of words that were blacked out meanwhile."""
    hidden_since = Redaction.objects.filter(case=OuterRef("case"), file=None, message=None, at__gt=OuterRef("read_at"))
    return CaseVector.objects.filter(model=name_current_model(), vector__isnull=False).exclude(Exists(hidden_since))


def count_how_many_read() -> dict[str, dict[str, int]]:
    """Return by kind how many texts were read by the model of today, and how many wait; for operators, without a word of them.
    Of public texts only those wait here that an earlier model read.
    """
    model = name_current_model()
    counts = {
        "case": {
            "read": CaseVector.objects.filter(model=model).count(),
            "waiting": Case.objects.filter(is_stale_vector(model)).count(),
        }
    }
    for kind in TextKind:
        rows = TextVector.objects.filter(kind=kind)
        counts[str(kind)] = {"read": rows.filter(model=model).count(), "waiting": rows.exclude(model=model).count()}
    return counts
