"""Brings the tables in step with the reference files, in one transaction.

Rows are matched by their codes. A row that vanished from the files is retired, since cases and people may point to it;
one that comes back is in service again. People (contacts, appointments, shifts, evidence) are never touched. Places that
people edited stay as they wrote them (`change_places`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import models, transaction

from landsea.directory import reference_mapping as reading
from landsea.directory.actions.change_places import load_places
from landsea.directory.actions.revision import lock_revision, raise_revision
from landsea.directory.models import Competence, Desk, Matter, Office, OfficeTelephone, Place, Topic
from landsea.directory.place_rows import read_place_rows
from landsea_core.reference import Reference, read_reference


@dataclass(frozen=True)
class Loaded:
    """What is in service after a load, how many rows it retired, and whether what routing and forms rest on changed.

    `kept`: codes of places that people wrote here and that stay, though the file says otherwise.
    """

    topics: int
    matters: int
    places: int
    offices: int
    telephones: int
    desks: int
    competences: int
    retired: int
    changed: bool
    kept: tuple[str, ...]


def load_reference(folder: Path, now: datetime) -> Loaded:
    """Load the files of `folder` at `now` (aware); what is there already stays as it is.

    The files must have passed `landsea_core.reference.check`. One that cannot be read raises ReferenceFault, one whose
    codes lead nowhere KeyError or IntegrityError; then nothing is changed.
    """
    files = read_reference(folder)
    with transaction.atomic():
        revision = lock_revision()
        before = _kept_by_processes()
        retired = _load_topics(files, now)
        places = load_places(read_place_rows(folder), now)
        retired += places.retired
        retired += _load_offices(files, now)
        retired += _load_telephones(files, now)
        retired += _load_desks(files, now)
        changed = _load_competences(files) or _kept_by_processes() != before
        if changed:
            revision.refresh_from_db()  # the places may have raised it
            raise_revision(revision)
    return Loaded(
        topics=len(files.topics),
        matters=sum(len(topic.matters) for topic in files.topics.values()),
        places=Place.objects.filter(retired_at=None).count(),
        offices=len(files.offices),
        telephones=len(files.telephones),
        desks=len(files.desks),
        competences=Competence.objects.filter(desk__retired_at=None).count(),
        retired=retired,
        changed=changed or places.changed > 0,
        kept=places.kept,
    )


def _upsert_rows(model: type[models.Model], rows: list[dict], now: datetime) -> int:
    """Insert or update by code, put back into service what is named, retire the rest; return how many it retired. What
    people entered here stays as it is, in service or not.
    """
    theirs = list_entered_here(model)
    rows = [row for row in rows if row["code"] not in theirs]
    columns = [column for column in rows[0] if column != "code"] if rows else []
    fields = [model._meta.get_field(column.removesuffix("_id")).name for column in columns]
    model.objects.bulk_create(
        [model(**row, retired_at=None) for row in rows],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=[*fields, "retired_at"],
        batch_size=500,
    )
    gone = model.objects.filter(retired_at=None).exclude(code__in=[*theirs, *(row["code"] for row in rows)])
    return gone.update(retired_at=now)


def list_entered_here(model: type[models.Model]) -> set[str]:
    """Return the codes of offices or desks that people keep here, by a spreadsheet; none for other tables."""
    if model not in (Office, Desk):
        return set()
    return set(model.objects.filter(entered_here=True).values_list("code", flat=True))


def _load_topics(files: Reference, now: datetime) -> int:
    topics = list(files.topics.values())
    retired = _upsert_rows(
        Topic, [{"code": row.topic, "names": row.names, "position": at} for at, row in enumerate(topics)], now
    )
    matters = [
        {"code": row.matter, "topic_id": topic.topic, "names": row.names, "hint": row.hint, "position": at}
        for topic in topics
        for at, row in enumerate(topic.matters)
    ]
    return retired + _upsert_rows(Matter, matters, now)


def _load_offices(files: Reference, now: datetime) -> int:
    rows = files.offices.values()
    names = dict(Place.objects.values_list("code", "names"))
    retired = _upsert_rows(Office, [reading.make_office_fields(row, names.get(row.place, {})) for row in rows], now)
    stored = {office.code: office for office in Office.objects.only("code", "parent_id")}
    moved, theirs = [], list_entered_here(Office)
    for row in rows:
        if row.code in theirs:
            continue
        office, parent = stored[row.code], stored.get(row.parent)
        if office.parent_id != (parent.pk if parent else None):
            office.parent = parent
            moved.append(office)
    Office.objects.bulk_update(moved, ["parent"], batch_size=500)
    return retired


def _load_telephones(files: Reference, now: datetime) -> int:
    offices = dict(Office.objects.values_list("code", "pk"))
    rows = enumerate(files.telephones)
    return _upsert_rows(
        OfficeTelephone, [reading.make_telephone_fields(row, offices[row.office], at) for at, row in rows], now
    )


def _load_desks(files: Reference, now: datetime) -> int:
    offices = {code: (pk, tokens) for code, pk, tokens in Office.objects.values_list("code", "pk", "name_tokens")}
    return _upsert_rows(
        Desk, [reading.make_desk_fields(row, *offices[row.office]) for row in files.desks.values()], now
    )


def _kept_by_processes() -> tuple:
    """Return what else, beside competences, processes keep by revision: desks in service, topics, matters, telephones."""
    return (
        set(Desk.objects.filter(retired_at=None).values_list("code", flat=True)),
        list(Topic.objects.order_by("code").values_list("code", "names", "position", "retired_at")),
        list(Matter.objects.order_by("code").values_list("code", "topic", "names", "hint", "position", "retired_at")),
        list(OfficeTelephone.objects.order_by("code").values_list()),
    )


def _load_competences(files: Reference) -> bool:
    """Replace the competences of the desks whose set of them changed; True when there was one."""
    ids = dict(Desk.objects.values_list("code", "pk"))
    theirs = list_entered_here(Desk)
    ours = [desk for desk in files.desks.values() if desk.code not in theirs]
    wanted = {ids[desk.code]: Counter(reading.make_competence_rows(desk)) for desk in ours}
    present: dict[int, Counter] = defaultdict(Counter)
    for desk_id, *columns in Competence.objects.values_list("desk_id", *reading.COMPETENCE_COLUMNS):
        present[desk_id][tuple(columns)] += 1
    changed = [desk_id for desk_id, columns in wanted.items() if present[desk_id] != columns]
    Competence.objects.filter(desk_id__in=changed).delete()
    Competence.objects.bulk_create(_competence_rows(changed, wanted), batch_size=2000)
    return bool(changed)


def _competence_rows(desk_ids: Iterable[int], wanted: dict[int, Counter]) -> list[Competence]:
    return [
        Competence(desk_id=desk_id, **dict(zip(reading.COMPETENCE_COLUMNS, columns, strict=True)))
        for desk_id in desk_ids
        for columns in wanted[desk_id].elements()
    ]
