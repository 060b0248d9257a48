"""Brings the published measures in step with the reference files: what differs becomes a new version by the platform."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.db.models import Max

from landsea.base.audit.actions.append import Act, append_many
from landsea.rules import access
from landsea.rules.mapping import make_columns, make_measure, store_changes
from landsea.rules.models import Measure, Version, VersionState
from landsea.rules.stream import measure_stream
from landsea_core.rules import list_changes, read_book


@dataclass(frozen=True)
class Loaded:
    """How many measures stand in the files, and how many versions were published by this load."""

    measures: int
    published: int


def load_measures(folder: Path, now: datetime) -> Loaded:
    """Publish, at `now` (aware), every measure of the files that is new or says something else than its last version
    from the files did; what an editor published since then is left alone. Nobody is told of a first load.
    """
    book = read_book(folder)
    with transaction.atomic():
        first_load = not Version.objects.exists()
        known = {one.code: one for one in Measure.objects.select_for_update()}
        missing = [Measure(code=rule.code, created_at=now) for rule in book if rule.code not in known]
        known |= {one.code: one for one in Measure.objects.bulk_create(missing)}
        from_files = _newest_by_measure(
            Version.objects.filter(author=None, approver=None, state=VersionState.PUBLISHED)
        )
        numbers = dict(Version.objects.values_list("measure_id").annotate(Max("number")))
        versions = []
        for rule in book:
            measure = known[rule.code]
            last = from_files.get(measure.pk)
            before = make_measure(last) if last else None
            if before == rule:
                continue
            versions.append(
                Version(
                    measure=measure,
                    number=numbers.get(measure.pk, 0) + 1,
                    state=VersionState.PUBLISHED,
                    changes=store_changes(list_changes(before, rule)),
                    created_at=now,
                    published_at=now,
                    spread_at=now if first_load else None,
                    **make_columns(rule),
                )
            )
        Version.objects.bulk_create(versions)
        append_many(
            Act(measure_stream(one.measure.code), "load", "system", now, {"version": one.number}, first=one.number == 1)
            for one in versions
        )
    access.forget_book()
    return Loaded(len(book), len(versions))


def _newest_by_measure(versions) -> dict[int, Version]:
    found: dict[int, Version] = {}
    for version in versions.order_by("measure_id", "number"):
        found[version.measure_id] = version
    return found
