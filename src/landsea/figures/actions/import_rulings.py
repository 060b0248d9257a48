"""Takes rulings over from open data of another installation: by their keys, so that twice takes nothing twice."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from landsea.base.audit.actions.append import append_entry
from landsea.figures.actions.rule import STREAM
from landsea.figures.models import Ruling


def import_rulings(rows: Iterable[dict], *, actor: str, now: datetime) -> int:
    """Insert rulings that are not there yet, in their order of time; return how many were new."""
    known = {str(key) for key in Ruling.objects.values_list("form_key", flat=True)}
    new = [row for row in rows if row["form_key"] not in known]
    with transaction.atomic():
        for row in sorted(new, key=lambda row: row["at"]):
            fields = {name: value for name, value in row.items() if name != "demo"}
            Ruling.objects.create(**{**fields, "at": datetime.fromisoformat(row["at"]), "is_demo": bool(row["demo"])})
        if new:
            append_entry(stream=STREAM, act="import_rulings", actor=actor, at=now, facts={"rulings": len(new)})
    return len(new)
