"""What each room keeps about people: one description a table, by which everybody can see, export, correct and erase it, and
by which it goes when its time is over. Rooms put theirs into `KEPT`; the pages and the job are in `landsea.privacy`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Model, Q, QuerySet
from django.utils.crypto import salted_hmac

from landsea.base.contributions import Slot

Erase = Callable[[QuerySet[Any], datetime], int]
"""Erases what these rows tell of people, in the caller's transaction, at a moment (aware); returns how many rows."""


@dataclass(frozen=True)
class Subject:
    """About whom is asked: an account (id), a proven mail address, the filer of one case (id). Several are one person."""

    user_id: int | None = None
    address: str = ""
    case_id: int | None = None

    @property
    def stream(self) -> str:
        """The stream of the audit about this person: it tells no address."""
        if self.user_id is not None:
            return f"person:user:{self.user_id}"
        if self.case_id is not None:
            return f"case:{self.case_id}"
        return "person:" + salted_hmac("landsea.person", self.address.lower()).hexdigest()[:32]


@dataclass(frozen=True)
class PersonalTable:
    """What one table keeps about people.

    `by_user`, `by_address`, `by_case` are the lookups that lead to a person; `only` narrows. `shown` are the fields that the
    person is shown and given, `corrected` those they put right themselves (name, phone, language). `erase` is empty for what
    stays, and `stays` says what stays and why. `since` is the moment from which its time counts (rows without it are in use),
    `over` what else must hold before it does, `country` the lookup of the country whose period holds, `file` says that the rows
    are papers.
    """

    kind: str
    model: str
    name: Any
    why: Any
    shown: tuple[str, ...]
    by_user: tuple[str, ...] = ()
    by_address: tuple[str, ...] = ()
    by_case: tuple[str, ...] = ()
    only: Q = field(default_factory=Q)
    corrected: tuple[str, ...] = ()
    erase: Erase | None = None
    stays: Any = ""
    since: str = ""
    over: Q = field(default_factory=Q)
    country: str = ""
    files: bool = False

    def rows(self) -> QuerySet[Any]:
        """Return all rows of this description."""
        table: type[Model] = apps.get_model(self.model)
        return table._default_manager.filter(self.only)

    def rows_about(self, subject: Subject) -> QuerySet[Any]:
        """Return the rows about a person, the oldest first."""
        found = Q(pk__in=[])
        if subject.user_id is not None:
            for lookup in self.by_user:
                found |= Q(**{lookup: subject.user_id})
        if subject.address:
            for lookup in self.by_address:
                found |= Q(**{f"{lookup}__iexact": subject.address})
        if subject.case_id is not None:
            for lookup in self.by_case:
                found |= Q(**{lookup: subject.case_id})
        rows = self.rows()
        return rows.filter(pk__in=rows.filter(found).values("pk")).order_by("pk")

    def rows_shown(self, subject: Subject) -> QuerySet[Any]:
        """Return the rows about a person with the rows that their shown fields lead to."""
        beside = {name.rpartition("__")[0] for name in self.shown if "__" in name}
        return self.rows_about(subject).select_related(*sorted(beside)) if beside else self.rows_about(subject)


KEPT: Slot[PersonalTable] = Slot("what rooms keep about people")


def keep_about_people(*tables: PersonalTable) -> None:
    """Put a room's tables into `KEPT`; called when Django starts."""
    for table in tables:
        KEPT.put(table)


def list_tables_about(subject: Subject) -> Iterator[PersonalTable]:
    """Yield the tables that may keep something about such a person."""
    for table in KEPT:
        led_there = (
            (subject.user_id is not None and table.by_user)
            or (subject.address and table.by_address)
            or (subject.case_id is not None and table.by_case)
        )
        if led_there:
            yield table


def delete_rows(rows: QuerySet[Any], now: datetime) -> int:
    """Erase rows whole."""
    number = rows.count()
    rows.delete()
    return number


def write_over(**values: Any) -> Erase:
    """Return what erases by writing these values over the fields that tell of a person; the rest stays, of nobody."""

    def erase(rows: QuerySet[Any], now: datetime) -> int:
        return rows.update(**values)

    return erase
