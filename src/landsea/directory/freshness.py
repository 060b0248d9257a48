"""How fresh contacts are, from the rows of evidence: loads what the core needs, and the core decides."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from landsea.directory.models import ConfirmationRequest, Contact, DutyShift, Evidence, RotaTurn
from landsea_core.contacts import DUTY, USUAL, ContactState, EvidenceFact, EvidenceKind, Thresholds, compute_freshness
from landsea_core.contacts.evidence import VOUCHING


def find_states(contacts: Iterable[Contact], now: datetime) -> dict[int, ContactState]:
    """Return the state of each of these contacts at `now` (aware), by id. Two queries."""
    rows = {contact.pk: contact for contact in contacts}
    if not rows:
        return {}
    return _compute_states(
        rows, set(find_contacts_with_duty(Contact.objects.filter(pk__in=rows), now).values_list("pk", flat=True)), now
    )


def _compute_states(rows: dict[int, Contact], on_duty: set[int], now: datetime) -> dict[int, ContactState]:
    facts = find_facts(rows)
    return {
        pk: compute_freshness(facts[pk], contact.added_at, now, DUTY if pk in on_duty else USUAL)
        for pk, contact in rows.items()
    }


def find_freshness_of_desks(desk_ids: Iterable[int], now: datetime) -> dict[int, ContactState]:
    """Return the state of the freshest contact of each of these desks at `now` (aware); desks without any are left out. Two
    queries, one when there are no contacts.
    """
    there = Contact.objects.filter(desk_id__in=list(desk_ids), ended_at=None)
    rows = {contact.pk: contact for contact in there.annotate(has_duty=_has_duty(now)).order_by("pk")}
    states = _compute_states(rows, {pk for pk, contact in rows.items() if contact.has_duty}, now) if rows else {}
    best: dict[int, ContactState] = {}
    for pk, contact in rows.items():
        state = states[pk]
        if contact.desk_id not in best or state.freshness < best[contact.desk_id].freshness:
            best[contact.desk_id] = state
    return best


def find_facts(contact_ids: Iterable[int]) -> dict[int, list[EvidenceFact]]:
    """Return the facts that still matter by contact: the last voucher and everything since. One query."""
    found: dict[int, list[EvidenceFact]] = defaultdict(list)
    rows = (
        Evidence.objects.filter(contact_id__in=list(contact_ids))
        .annotate(vouched=Subquery(_last_voucher(OuterRef("contact_id"))))
        .filter(Q(vouched=None) | Q(at__gte=F("vouched")))
    )
    for contact_id, kind, at in rows.values_list("contact_id", "kind", "at"):
        found[contact_id].append(EvidenceFact(EvidenceKind(kind), at))
    return found


def find_contacts_with_duty(contacts: QuerySet[Contact], now: datetime) -> QuerySet[Contact]:
    """Return those of these contacts that have duty now or later: they are asked to confirm more often."""
    return contacts.filter(_has_duty(now))


def _has_duty(now: datetime) -> Q:
    rota = RotaTurn.objects.filter(Q(until=None) | Q(until__gte=now.date()), contact=OuterRef("pk"))
    shifts = DutyShift.objects.filter(contact=OuterRef("pk"), ends_at__gt=now)
    return Q(Exists(rota) | Exists(shifts))


def list_contacts_to_ask(now: datetime) -> QuerySet[Contact]:
    """Return contacts whose last voucher is older than they are trusted, and that are not being asked already; those of
    whom nobody ever heard first, then the oldest.
    """
    reachable = (
        Contact.objects.filter(ended_at=None, desk__retired_at=None)
        .exclude(email="")
        .filter(~Exists(ConfirmationRequest.objects.filter(contact=OuterRef("pk"), ended_at=None)))
        .annotate(vouched=Subquery(_last_voucher(OuterRef("pk"))))
    )
    usual = Q(vouched=None) | Q(vouched__lte=now - USUAL.due_after)
    duty = Q(vouched__lte=now - DUTY.due_after, pk__in=find_contacts_with_duty(Contact.objects.all(), now).values("pk"))
    return reachable.filter(usual | duty).order_by(F("vouched").asc(nulls_first=True), "pk")


def choose_thresholds(contact: Contact, now: datetime) -> Thresholds:
    """Return by which thresholds a contact is asked."""
    return DUTY if find_contacts_with_duty(Contact.objects.filter(pk=contact.pk), now).exists() else USUAL


def _last_voucher(contact) -> QuerySet:
    return Evidence.objects.filter(contact_id=contact, kind__in=list(VOUCHING)).order_by("-at", "-id").values("at")[:1]
