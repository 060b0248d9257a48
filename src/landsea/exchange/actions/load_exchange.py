"""Brings the public facts of the board in step with data/reference/exchange.jsonl. What people put there is not touched."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from landsea.base.audit.actions.append import append_entry
from landsea.directory.access import find_places
from landsea.exchange.mapping import list_words_to_find
from landsea.exchange.models import Listing
from landsea_core.matching.exchange_facts import ExchangeFact


@dataclass(frozen=True)
class Loaded:
    """How many facts are in service, and how many of them are new, changed, retired by this load."""

    facts: int
    new: int
    changed: int
    retired: int


@transaction.atomic
def load_exchange(facts: Iterable[ExchangeFact], now: datetime) -> Loaded:
    """Write the facts, matched by code; what vanished from the file is retired. One audit row when something changed."""
    facts = list(facts)
    places = find_places(fact.place for fact in facts if fact.place)
    present = {row.code: row for row in Listing.objects.select_for_update().filter(code__isnull=False)}
    new = changed = 0
    for fact in facts:
        fields = _fields_of(fact, places.get(fact.place))
        row = present.pop(fact.code, None)
        if row is None:
            Listing.objects.create(code=fact.code, **fields)
            new += 1
        elif different := [name for name, value in fields.items() if getattr(row, name) != value]:
            for name in different:
                setattr(row, name, fields[name])
            row.save(update_fields=different)
            changed += 1
    gone = [row.pk for row in present.values() if row.retired_at is None]
    Listing.objects.filter(pk__in=gone).update(retired_at=now)
    if new or changed or gone:
        append_entry(
            stream="exchange:reference",
            act="load",
            actor="system",
            at=now,
            facts={"new": new, "changed": changed, "retired": len(gone)},
        )
    return Loaded(len(facts), new, changed, len(gone))


def _fields_of(fact: ExchangeFact, place) -> dict:
    return {
        "kind": fact.kind,
        "titles": dict(fact.names),
        "texts": dict(fact.texts),
        "countries": list(fact.countries),
        "place": place,
        "place_text": fact.place_text[:200],
        "organiser": fact.organiser[:200],
        "who_for": fact.who_for[:200],
        "starts": fact.starts,
        "ends": fact.ends,
        "recurring": fact.recurring[:120],
        "hs": list(fact.hs),
        "sectors": list(fact.sectors),
        "policies": list(fact.policies),
        "measures": list(fact.measures),
        "source": fact.source[:500],
        "grade": fact.grade,
        "checked": fact.checked,
        "note": fact.note[:500],
        "name_tokens": list_words_to_find(*fact.names.values(), *fact.texts.values(), fact.place_text),
        "retired_at": None,
    }
