"""Who can answer at desks: somebody with an account, a confirmed address, or nobody, from the tables. One statement, however
many desks; the core decides (`landsea_core.contacts.answering`).

`read_answering` reads those desks that are asked about, as they are at that instant: for acts and for who is written to.
`find_known_answering` is what each process keeps of all desks for a minute, for routing and for counts; `cases` moves the
open cases of a desk that gained or lost its people meanwhile.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from django.utils import timezone

from landsea.base.kept import Kept
from landsea.base.planned_once import open_planned_cursor
from landsea_core.contacts import AddressRecord, Answering, EvidenceFact, EvidenceKind, find_answering, is_confirmed
from landsea_core.contacts.answering import are_all_unreachable

KEPT_SECONDS = 60
KNOWN = Kept(lasts=KEPT_SECONDS)
A_DAY = timedelta(days=1)
ROWS = """
WITH seated AS (
  SELECT a.desk_id AS id FROM directory_appointment a JOIN accounts_user u ON u.id = a.user_id AND u.is_active
    AND u.password NOT LIKE '!%%'
  WHERE a.role IN ('holder', 'deputy') AND a.starts_at <= %(at)s AND (a.ends_at IS NULL OR a.ends_at > %(at)s)
    AND {of_appointments}
  UNION
  SELECT d.id FROM directory_appointment a JOIN accounts_user u ON u.id = a.user_id AND u.is_active
    AND u.password NOT LIKE '!%%'
  JOIN directory_desk d ON d.office_id = a.office_id
  WHERE a.role = 'head' AND a.starts_at <= %(at)s AND (a.ends_at IS NULL OR a.ends_at > %(at)s)
    AND {of_desks})
SELECT d.id, d.code, s.id IS NOT NULL, c.id, c.email, c.languages, c.part, c.is_demo, coalesce(c.email_since, c.added_at),
  EXISTS (SELECT 1 FROM directory_confirmationrequest r
          WHERE r.contact_id = c.id AND r.ended_at IS NULL AND r.rung = 'coordinator'),
  (SELECT json_agg(json_build_array(e.kind, e.at)) FROM directory_evidence e
   WHERE e.contact_id = c.id AND e.at >= coalesce(
     (SELECT max(p.at) FROM directory_evidence p
      WHERE p.contact_id = c.id AND p.kind IN ('confirmed', 'answered') AND p.at <= %(at)s),
     '-infinity'))
FROM directory_desk d
LEFT JOIN seated s ON s.id = d.id
LEFT JOIN directory_contact c ON c.desk_id = d.id AND c.ended_at IS NULL
WHERE (s.id IS NOT NULL OR c.id IS NOT NULL) AND {of_desks}
ORDER BY d.id, c.id
"""
"""Desks with anybody: whether somebody with an account is there (who was invited and never came is not), and each present
contact with its evidence since it was last heard of."""


def _rows_where(condition: str) -> str:
    return ROWS.format(of_appointments=condition.format("a.desk_id"), of_desks=condition.format("d.id"))


ROWS_OF_ALL = _rows_where("true")
ROWS_OF_MANY = _rows_where("{} = ANY(%(desks)s)")
ROWS_OF_ONE = _rows_where("{} = %(desks)s::bigint")


@dataclass(frozen=True)
class ConfirmedAddress:
    """An address at which a case of its desk can be answered without an account."""

    contact_id: int
    email: str
    languages: tuple[str, ...]
    part: str


@dataclass(frozen=True)
class DeskAnswering:
    """Who can answer at one desk; `addresses` are all its confirmed ones, holders' first, also where there are accounts.
    `is_demo`: a demonstration invented some of its people.
    """

    code: str
    answering: Answering
    addresses: tuple[ConfirmedAddress, ...] = ()
    unreachable: bool = False
    is_demo: bool = False


@dataclass(frozen=True)
class KnownAnswering:
    """What is known of all desks: those where somebody can answer, by code, those whose every contact bounced, and those
    whose people a demonstration invented.
    """

    somebody_at: Mapping[str, Answering] = field(default_factory=dict)
    unreachable: frozenset[str] = frozenset()
    invented: frozenset[str] = frozenset()


def read_answering(desk_ids: Iterable[int], at: datetime) -> dict[int, DeskAnswering]:
    """Return who can answer at each of these desks at `at` (aware), by id; a desk without anybody is left out."""
    return _read_desks(list(desk_ids), at)


def find_answering_at_desk(desk_id: int, at: datetime) -> Answering:
    """Return who can answer at one desk at `at` (aware)."""
    found = read_answering([desk_id], at).get(desk_id)
    return found.answering if found else Answering.NOBODY


def find_known_answering(at: datetime | None = None) -> KnownAnswering:
    """Return what is known of all desks, asked for once a minute. `at` (aware) matters where a clock runs ahead of ours, as
    in a simulation; who is there today is what counts for what is filed for an earlier day.
    """
    now = timezone.now()
    if at is not None and at - now > A_DAY:
        return KNOWN.get(at.date(), lambda: read_all_answering(at))
    return KNOWN.get("now", lambda: read_all_answering(now))


def forget_answering() -> None:
    """Drop what this process knows of all desks, so that the next question asks again."""
    KNOWN.forget()


def read_all_answering(at: datetime) -> KnownAnswering:
    """Return who can answer at all desks at `at` (aware), by one statement."""
    desks = _read_desks(None, at).values()
    return KnownAnswering(
        {one.code: one.answering for one in desks if one.answering is not Answering.NOBODY},
        frozenset(one.code for one in desks if one.unreachable),
        frozenset(one.code for one in desks if one.is_demo),
    )


def _read_desks(desk_ids: list[int] | None, at: datetime) -> dict[int, DeskAnswering]:
    with open_planned_cursor() as cursor:
        if desk_ids is None:
            cursor.execute(ROWS_OF_ALL, {"at": at})
        elif len(desk_ids) == 1:
            cursor.execute(ROWS_OF_ONE, {"at": at, "desks": desk_ids[0]})
        else:
            cursor.execute(ROWS_OF_MANY, {"at": at, "desks": desk_ids})
        rows = cursor.fetchall()
    contacts: dict[int, list[tuple[ConfirmedAddress, AddressRecord]]] = {}
    heads: dict[int, tuple[str, bool]] = {}
    invented = set()
    for pk, code, has_account, contact_id, email, languages, part, is_demo, since, disowned, facts in rows:
        heads[pk] = (code, has_account)
        there = contacts.setdefault(pk, [])
        if is_demo:
            invented.add(pk)
        if contact_id is not None:
            address = ConfirmedAddress(contact_id, email, tuple(_as_list(languages)), part)
            there.append((address, AddressRecord(bool(email), since, disowned, _as_facts(facts))))
    return {
        pk: replace(_judge_desk(code, has_account, contacts[pk], at), is_demo=pk in invented)
        for pk, (code, has_account) in heads.items()
    }


def _judge_desk(
    code: str, has_account: bool, contacts: list[tuple[ConfirmedAddress, AddressRecord]], at: datetime
) -> DeskAnswering:
    records = [record for _address, record in contacts]
    confirmed = [address for address, record in contacts if is_confirmed(record, at)]
    confirmed.sort(key=lambda one: one.part != "holder")
    answering = find_answering(has_account=has_account, addresses=records, now=at)
    return DeskAnswering(code, answering, tuple(confirmed), are_all_unreachable(records, at))


def _as_facts(rows: list | str | None) -> tuple[EvidenceFact, ...]:
    return tuple(EvidenceFact(EvidenceKind(kind), datetime.fromisoformat(at)) for kind, at in _as_list(rows))


def _as_list(value: list | str | None) -> list:
    """Return a JSON column as a list, whether or not the driver has unpacked it."""
    if isinstance(value, str):
        import json

        return json.loads(value)
    return value or []
