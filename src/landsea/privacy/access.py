"""The only reads of this room: what is kept about a person, who opened whose name, an export, a link that holds."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.signing import BadSignature, Signer
from django.db.models import Count, Model, QuerySet, Window

from landsea.accounts.models import User
from landsea.base.actors import Actor
from landsea.base.audit.access import list_entries
from landsea.base.audit.models import Entry
from landsea.base.personal_data import PersonalTable, Subject, list_tables_about
from landsea.base.secret_links import SHAPE, compute_digest
from landsea.cases.models import NameOpening
from landsea.privacy.models import DataLink, Export

MOST_SHOWN = 20
"""Rows of one kind on the page; the export has all."""
PAGE_OPEN_FOR = timedelta(hours=1)


@dataclass(frozen=True)
class Kept:
    """What one table keeps about a person: how many rows, and the first of them as (field, value)."""

    table: PersonalTable
    total: int
    rows: list[list[tuple[str, Any]]]

    @property
    def more(self) -> int:
        """How many rows the page does not show."""
        return self.total - len(self.rows)


def find_kept(subject: Subject) -> list[Kept]:
    """Return what is kept about a person, by kind; kinds of which nothing is kept are left out."""
    found = []
    for table in list_tables_about(subject):
        rows = list(table.rows_shown(subject).annotate(number_of_all=Window(Count("pk")))[:MOST_SHOWN])
        if rows:
            found.append(Kept(table, rows[0].number_of_all, [list_values(table, row) for row in rows]))
    return found


def list_values(table: PersonalTable, row: Model) -> list[tuple[str, Any]]:
    """Return the fields of a row that its person is shown, with their values; a lookup through another row is followed."""
    return [(name, _value_at(row, name)) for name in table.shown]


def _value_at(row: Any, lookup: str) -> Any:
    for name in lookup.split("__"):
        row = None if row is None else getattr(row, name)
    return row


def find_subject_of_account(actor: Actor) -> Subject:
    """Return who is signed in as whom things are kept about: the account and its address, which an invitation proved."""
    address = User.objects.filter(pk=actor.user_id).values_list("email", flat=True).get()
    return Subject(user_id=actor.user_id, address=address)


def has_account(address: str) -> bool:
    """Whether somebody can sign in with this address, which its owner has proved."""
    return User.objects.filter(email=address.lower(), is_active=True).exists()


def find_link_with_secret(secret: str, now: datetime) -> DataLink | None:
    """Return the mailed link of this secret while its button was not pressed and its time is not over; else None."""
    return _links_with(secret).filter(opened_at=None, expires_at__gt=now).first()


def find_pass(link: DataLink) -> str:
    """Return what the browser keeps that opened a link: it does not follow from the link, which opens nothing a second time."""
    return Signer(salt="landsea.privacy.opened").sign(str(link.pk))


def find_opened_link(kept: str, now: datetime) -> DataLink | None:
    """Return the link that this browser opened while its page may be seen; else None."""
    try:
        number = int(Signer(salt="landsea.privacy.opened").unsign(kept))
    except (BadSignature, ValueError):
        return None
    return DataLink.objects.filter(pk=number, opened_at__gt=now - PAGE_OPEN_FOR).first()


def _links_with(secret: str) -> QuerySet[DataLink]:
    return (
        DataLink.objects.filter(digest=compute_digest(secret)) if SHAPE.fullmatch(secret) else DataLink.objects.none()
    )


def find_export_with_secret(secret: str, now: datetime) -> Export | None:
    """Return the export of this secret with its file, until its time is over; else None."""
    if not SHAPE.fullmatch(secret):
        return None
    return Export.objects.select_related("file").filter(digest=compute_digest(secret), expires_at__gt=now).first()


def list_openings_about(subject: Subject) -> QuerySet[NameOpening]:
    """Return who opened the name of this person as a filer, the latest first."""
    found = NameOpening.objects.none()
    if subject.address:
        found = NameOpening.objects.filter(case__identity__email__iexact=subject.address)
    if subject.case_id is not None:
        found = NameOpening.objects.filter(case_id=subject.case_id)
    return found.select_related("case", "desk__office", "user").order_by("-pk")


def list_openings(since: datetime | None = None) -> QuerySet[NameOpening]:
    """Return every opening of a name, the latest first: for the coordinator, whose door stands at the page."""
    found = NameOpening.objects.select_related("case", "desk__office", "user").order_by("-pk")
    return found.filter(at__gte=since) if since else found


def find_last_erasure() -> Entry | None:
    """Return the record of the last piece that the job of the periods erased, None before the first."""
    return list_entries("retention").last()
