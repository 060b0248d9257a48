"""Whom an act tells: the filer's address, the people of a desk, whoever is called by a silence or has duty.
`RecipientLookup` looks up one case at a time, `PooledRecipientLookup` the same for a whole pool by a few statements.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from landsea.base.planned_once import open_planned_cursor
from landsea.base.translation.languages import find_page_language
from landsea.cases.models import Case
from landsea.directory import access as directory_access
from landsea.directory.acting_people import (
    PersonToTell,
    find_own_people_to_tell,
    find_who_are_here,
    list_coordinators_people,
)
from landsea.directory.answering import ConfirmedAddress, read_answering
from landsea.directory.models import Role
from landsea.directory.reachability import find_who_are_reachable
from landsea_core.caseflow import Called, Lane
from landsea_core.caseflow.silence import MAY_BE_EMPTY


@dataclass(frozen=True)
class Recipient:
    """Somebody who is told: account (None for a contact without one), address, language, and the office whose hours are
    theirs. `contact_id` is set for a desk's confirmed address: it gets a link by which it answers without an account.
    """

    user_id: int | None
    email: str
    language: str
    office: object
    contact_id: int | None = None


def list_recipients(appointments: Iterable, desk) -> list[Recipient]:
    """Return the people of these appointments, who stand for this desk: its own, its office's, or the coordinator's."""
    return [Recipient(one.user_id, one.user.email, one.user.language, _office_of(one, desk)) for one in appointments]


def _recipients_among(people: Iterable[PersonToTell], desk) -> list[Recipient]:
    return [Recipient(one.user_id, one.email, one.language, _office_of(one, desk)) for one in people]


def _office_of(one, desk):
    """Return in whose hours somebody works who was found for this desk."""
    own = desk.pk == one.desk_id or desk.office_id == one.office_id
    return desk.office if own else directory_access.find_coordinator_desk().office


def find_addresses(desks: Iterable, at: datetime) -> dict[int, list[Recipient]]:
    """Return the confirmed addresses of each of these desks that a case is sent to where nobody has an account: those of
    holders, else those of deputies. By desk; one statement for all.
    """
    by_id = {desk.pk: desk for desk in desks}
    found = read_answering(by_id, at) if by_id else {}
    return {pk: _address_recipients(found[pk].addresses, desk) if pk in found else [] for pk, desk in by_id.items()}


def _address_recipients(addresses: Iterable[ConfirmedAddress], desk) -> list[Recipient]:
    addresses = list(addresses)
    first = [one for one in addresses if one.part == addresses[0].part]
    return [
        Recipient(None, one.email, find_page_language(one.languages), desk.office, contact_id=one.contact_id)
        for one in first
    ]


def find_people(desks: Iterable, at: datetime) -> dict[int, list[Recipient]]:
    """Return, by desk, whom a notice goes to: its people, else its confirmed addresses, else the coordinator's people. One
    statement for all; another one for those where nobody is, and a last one where no address is either.
    """
    desks = list(desks)
    own = find_own_people_to_tell(desks, at)
    addresses = find_addresses([desk for desk in desks if not own[desk.pk]], at)
    found = {desk.pk: _recipients_among(own[desk.pk], desk) or addresses[desk.pk] for desk in desks}
    if not all(found.values()):
        last = list_coordinators_people(at)
        coordinator = directory_access.find_coordinator_desk().pk
        for desk in desks:
            if not found[desk.pk] and desk.pk != coordinator:
                found[desk.pk] = _recipients_among(last, desk)
    return found


FILERS = """
SELECT filer.case_id, filer.email,
  (SELECT nonce FROM cases_filerlink WHERE case_id = filer.case_id AND revoked_at IS NULL ORDER BY id DESC LIMIT 1)
FROM cases_fileridentity filer WHERE filer.case_id {of_cases}
"""
FILER_OF_ONE, FILERS_OF_MANY = FILERS.format(of_cases="= %s::bigint"), FILERS.format(of_cases="= ANY(%s)")


def find_filers(case_ids: Iterable[int]) -> dict[int, tuple[str, object]]:
    """Return (address, nonce of the newest live link) by case."""
    cases = list(case_ids)
    with open_planned_cursor() as cursor:
        if len(cases) == 1:
            cursor.execute(FILER_OF_ONE, cases)
        else:
            cursor.execute(FILERS_OF_MANY, [cases])
        return {pk: (email, nonce) for pk, email, nonce in cursor.fetchall()}


def find_on_duty(desks: Iterable, at: datetime) -> dict[int, list[Recipient]]:
    """Return who of each of these desks answers at this instant, by desk; one statement for all."""
    by_id = {desk.pk: desk for desk in desks}
    return {
        pk: [Recipient(one.person.user_id, one.person.email, one.person.language, by_id[pk].office)]
        if one.person is not None and one.person.email
        else []
        for pk, one in find_who_are_reachable(by_id.values(), at).items()
    }


class RecipientLookup:
    """What is looked up for the notices of one act."""

    def filer(self, case: Case) -> tuple[str, object]:
        """Return the filer's address (empty: none was left) and the nonce of the mailbox link."""
        return find_filers([case.pk]).get(case.pk, ("", None))

    def desk(self, desk_id: int):
        """Return the desk with its office."""
        return directory_access.find_desk_by_id(desk_id)

    def people(self, desk, at: datetime) -> list[Recipient]:
        """Return whom a notice to this desk goes to today: its people, else its confirmed addresses, else the coordinator's."""
        return find_people([desk], at)[desk.pk]

    def called(self, desk, called: Called, at: datetime) -> list[Recipient]:
        """Return whom a silence at this desk calls: its deputies, the heads of its office, the coordinator's people (where
        none of them is there: the heads of the coordinator's office), the heads of the coordinator's office; nobody where
        no person is called. Who is on leave is not called.
        """
        if called in (Called.COORDINATOR, Called.SECRETARIAT):
            desk = directory_access.find_coordinator_desk()
        if called not in MAY_BE_EMPTY:
            return []
        heads = find_who_are_here(directory_access.list_heads_of_office(desk.office_id, at), at)
        if called in (Called.HEAD, Called.SECRETARIAT):
            return list_recipients(heads, desk)
        people = find_who_are_here(directory_access.list_people_of_desk(desk.pk, at), at)
        if called is Called.DEPUTY:
            return list_recipients(_among(people, Role.DEPUTY), desk)
        return list_recipients(_among(people, Role.HOLDER) or _among(people, Role.DEPUTY) or heads, desk)

    def rungs_with_nobody(self, desk, at: datetime) -> frozenset[Called]:
        """Return at which rungs of a silence at this desk nobody is, so that nobody is waited for."""
        return frozenset(called for called in MAY_BE_EMPTY if not self.called(desk, called, at))

    def on_duty(self, desk, at: datetime) -> list[Recipient]:
        """Return who of this desk answers at this instant by hours and duty roster; nobody when nobody does."""
        return find_on_duty([desk], at)[desk.pk]


class PooledRecipientLookup(RecipientLookup):
    """The same for many cases at one instant; what was not asked for at the beginning is looked up when it is needed."""

    def __init__(self, cases: Iterable[Case], now: datetime):
        self.now = now
        self.cases = {case.pk: case for case in cases}
        self.desks = {case.desk_id: case.desk for case in self.cases.values()}
        self._filers: dict[int, tuple[str, object]] | None = None
        self._people: dict[int, list[Recipient]] = {}
        self._deputies: dict[int, list] = {}
        self._heads: dict[int, list] = {}
        self._on_duty: dict[int, list[Recipient]] = {}
        self._coordination: dict[Called, list[Recipient]] = {}

    def filer(self, case: Case) -> tuple[str, object]:
        """Return the filer's address and link; those of all cases are read at the first question."""
        if self._filers is None:
            self._filers = find_filers(self.cases)
        return self._filers[case.pk] if case.pk in self._filers else super().filer(case)

    def desk(self, desk_id: int):
        """Return the desk with its office, read once."""
        if desk_id not in self.desks:
            self.desks[desk_id] = super().desk(desk_id)
        return self.desks[desk_id]

    def people(self, desk, at: datetime) -> list[Recipient]:
        """Return whom a notice goes to; the people of all desks that are not known yet are read at once."""
        if desk.pk not in self._people:
            unknown = [one for pk, one in (self.desks | {desk.pk: desk}).items() if pk not in self._people]
            self._people |= find_people(unknown, at)
        return self._people[desk.pk]

    def called(self, desk, called: Called, at: datetime) -> list[Recipient]:
        """Return whom a silence calls; the people of all desks, or the heads of all offices, are read at the first
        question, and the coordinator's once.
        """
        if called is Called.DEPUTY:
            if desk.pk not in self._deputies:
                wanted = {*self.desks, desk.pk}
                people = _among(find_who_are_here(directory_access.list_people_of_desks(wanted, at), at), Role.DEPUTY)
                self._deputies = _group_appointments(people, "desk_id", wanted)
            return list_recipients(self._deputies[desk.pk], desk)
        if called is Called.HEAD:
            if desk.office_id not in self._heads:
                wanted = {one.office_id for one in self.desks.values()} | {desk.office_id}
                self._heads = _group_appointments(
                    find_who_are_here(directory_access.list_heads_of_offices(wanted, at), at), "office_id", wanted
                )
            return list_recipients(self._heads[desk.office_id], desk)
        if called not in self._coordination:
            self._coordination[called] = super().called(desk, called, at)
        return self._coordination[called]

    def on_duty(self, desk, at: datetime) -> list[Recipient]:
        """Return who answers now; asked at once for all desks that have an urgent case."""
        if desk.pk not in self._on_duty:
            urgent = {case.desk_id: case.desk for case in self.cases.values() if case.lane == Lane.URGENT}
            self._on_duty |= find_on_duty((urgent | {desk.pk: desk}).values(), at)
        return self._on_duty[desk.pk]


def _among(appointments: Iterable, role: Role) -> list:
    return [one for one in appointments if one.role == role]


def _group_appointments(appointments: Iterable, name: str, wanted: Iterable[int]) -> dict[int, list]:
    """Sort appointments by the desk or office they are of; whoever of `wanted` has none gets an empty list."""
    found: dict[int, list] = {pk: [] for pk in wanted}
    for one in appointments:
        found[getattr(one, name)].append(one)
    return found
