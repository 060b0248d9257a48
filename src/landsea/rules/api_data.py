"""What the API of rules hands out, as plain data. Days are ISO, codes stay as they are. What a program reads is stable:
a measure's code and the number of a version are never used again for another.
"""

from datetime import date
from typing import Any

from django.utils import timezone

from landsea.base.translation.sentences import say_sentence
from landsea.rules import access
from landsea.rules.hs import name_goods
from landsea.rules.labels import change_words, say_reason
from landsea.rules.mapping import read_changes
from landsea.rules.models import Version
from landsea_core.rules import (
    Book,
    Checklist,
    Measure,
    MeasureReason,
    describe_verdict,
    export_measure,
)


def measure_data(book: Book, measure: Measure, day: date) -> dict[str, Any]:
    """Return a measure with all it says, and its standing on `day`."""
    stands = book.standing(measure, day)
    row = export_measure(measure)
    row.pop("version")
    return row | {
        "on": day.isoformat(),
        "state": str(stands.state),
        "doubts": [say_reason(MeasureReason(doubt, {"measure": measure.code})) for doubt in stands.doubts],
        "stale": access.is_stale(measure, timezone.localdate()),
    }


def shape_version(version: Version, *, whole: bool = False) -> dict[str, Any]:
    """Return a version of a measure: when it counted, what it changed; with `whole` all that it says."""
    told = {
        "measure": version.measure.code,
        "number": version.number,
        "state": version.state,
        "published_at": version.published_at.isoformat(),
        "ended_at": version.ended_at.isoformat() if version.ended_at else None,
        "changes": [change_words(change) for change in read_changes(version)],
        "note": version.note,
    }
    return told | {"says": version.row} if whole else told


def shape_checklist(found: Checklist) -> dict[str, Any]:
    """Return a checklist: the gate's answer, and the steps in the order in which to do them."""
    answer = describe_verdict(found.verdict, say_sentence) if found.verdict else None
    return {
        "purpose": str(found.purpose),
        "on": found.day.isoformat(),
        "goods": {"hs": found.shipment.hs, "name": name_goods(found.shipment.hs) if found.shipment.hs else ""},
        "verdict": answer["verdict"] if answer else None,
        "basis": answer["basis"] if answer else None,
        "not_looked_at": answer["not_looked_at"] if answer else [],
        "by_condition": answer["by_condition"] if answer else [],
        "forbids": answer["forbids"] if answer else [],
        "unknown": answer["unknown"] if answer else [],
        "steps": [
            {
                "measure": step.measure.code,
                "title": step.measure.title,
                "kind": str(step.measure.kind),
                "legal_act": step.measure.legal_act,
                "authority": step.measure.authority,
                "in_force": step.measure.life.in_force.text,
                "source": step.measure.source,
                "grade": step.measure.grade,
                "checked": step.measure.checked,
                "offered": step.offered,
                "requires": [
                    {
                        "key": item.key,
                        "what": item.requirement.what,
                        "who": item.requirement.who,
                        "lead_time": item.requirement.lead_time,
                        "cost": item.requirement.cost,
                        "validity": item.requirement.validity,
                        "sample": item.requirement.sample,
                        "doc": item.requirement.doc,
                    }
                    for item in step.items
                ],
            }
            for step in found.entries
        ],
        "to_meet": len(found.duties),
    }
