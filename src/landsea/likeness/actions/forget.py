"""Takes vectors away in the caller's transaction: of words that were blacked out, changed or taken back."""

from collections.abc import Collection
from datetime import datetime

from landsea.likeness.models import CaseVector, TextVector


def forget_case(case_id: int) -> None:
    """Forget the vector of a case; the worker reads what is left of its words."""
    CaseVector.objects.filter(case_id=case_id).delete()


def forget_erased_case(case_id: int, addresses: Collection[str], now: datetime) -> None:
    """Forget the vector of a case whose filer was erased."""
    forget_case(case_id)


def forget_texts(kind: str, keys: Collection[str | int]) -> None:
    """Forget the vectors of public texts, in all languages."""
    TextVector.objects.filter(kind=kind, key__in=[str(key) for key in keys]).delete()


def forget_all() -> None:
    """Forget every vector: for rebuilding, or where texts may not be compared any more."""
    CaseVector.objects.all().delete()
    TextVector.objects.all().delete()
