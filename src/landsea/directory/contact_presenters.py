"""Contacts, how fresh they are, and what was changed about them, in the reader's words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landsea.base.ui import times
from landsea.directory.labels import name_languages
from landsea.directory.models import Change, Contact
from landsea_core.contacts import ContactState, EvidenceKind, Freshness

BY = {
    EvidenceKind.CONFIRMED: gettext_lazy("confirmed %(when)s"),
    EvidenceKind.ANSWERED: gettext_lazy("answered a case %(when)s"),
    EvidenceKind.CHANGED: gettext_lazy("brought up to date %(when)s"),
}
AGAINST = {
    "old": gettext_lazy("and not heard of since; to be confirmed"),
    "doubted": gettext_lazy("but something speaks against it since"),
    "missed": gettext_lazy("but several deadlines were missed since"),
    "bounced": gettext_lazy("but mail comes back"),
}
KINDS = {
    Freshness.CONFIRMED: "done",
    Freshness.DUE: "waits",
    Freshness.STALE: "silent",
    Freshness.UNREACHABLE: "silent",
}
NAMES = {
    Freshness.DUE: gettext_lazy("to be confirmed"),
    Freshness.STALE: gettext_lazy("stale"),
    Freshness.UNREACHABLE: gettext_lazy("unreachable"),
}
ACTS = {
    "appoint": gettext_lazy("person appointed"),
    "end_appointment": gettext_lazy("appointment ended"),
    "appoint_again": gettext_lazy("end of the appointment taken back"),
    "add_contact": gettext_lazy("contact added"),
    "change_contact": gettext_lazy("contact changed"),
    "correct_by_link": gettext_lazy("contact corrected by the mailed link"),
    "end_contact": gettext_lazy("contact left"),
    "set_rota": gettext_lazy("rota changed"),
    "give_duty": gettext_lazy("duty given to somebody else"),
    "swap_duty": gettext_lazy("duty swapped"),
    "hand_over": gettext_lazy("work handed over"),
    "take_back": gettext_lazy("handover taken back"),
    "hand_desk_over": gettext_lazy("all work handed over to another desk"),
    "take_desk_back": gettext_lazy("handover to another desk taken back"),
    "end_service": gettext_lazy("person left"),
    "import": gettext_lazy("changed by a spreadsheet"),
}
FIELDS = {
    "name": gettext_lazy("Name"),
    "person": gettext_lazy("Name"),
    "desk": gettext_lazy("Desk"),
    "email": gettext_lazy("E-mail"),
    "phone": gettext_lazy("Telephone"),
    "duty_phone": gettext_lazy("Telephone on duty, outside office hours"),
    "languages": gettext_lazy("Reads and writes"),
    "part": gettext_lazy("Part"),
    "quiet_from": gettext_lazy("Not called from"),
    "quiet_until": gettext_lazy("until"),
}
PARTS = {"holder": gettext_lazy("holder"), "deputy": gettext_lazy("deputy")}


@dataclass(frozen=True)
class FreshnessWords:
    """A contact's freshness: kind of state, its name, and the clause that says why (empty when the name says it)."""

    kind: str
    name: str
    why: str


@dataclass(frozen=True)
class ContactRow:
    """A contact on the page of its desk's people."""

    contact: Contact
    freshness: FreshnessWords
    languages: str


def describe_freshness(state: ContactState, now: datetime, language: str) -> FreshnessWords:
    """Return a contact's state in words; a trusted one is just what it rests on."""
    why = _reason_clause(state, now, language)
    if state.freshness is Freshness.CONFIRMED:
        return FreshnessWords(KINDS[state.freshness], why, "")
    return FreshnessWords(KINDS[state.freshness], str(NAMES[state.freshness]), why)


def shape_contacts(
    contacts: Iterable[Contact], states: dict[int, ContactState], now: datetime, language: str
) -> list[ContactRow]:
    """Return contacts with their freshness in words."""
    return [
        ContactRow(one, describe_freshness(states[one.pk], now, language), name_languages(one.languages, language))
        for one in contacts
    ]


def describe_changes(rows: Iterable[Change]) -> list[dict]:
    """Return changes as lines: what, the fields before and after, by whom, why, when."""
    return [
        {
            "what": str(ACTS.get(row.act, row.act)),
            "by": row.by.name if row.by else _("by the mailed link, or the platform"),
            "at": row.at,
            "why": row.why,
            "fields": [
                (
                    str(FIELDS.get(name, name)),
                    _cell_text(row.before.get(name), name),
                    _cell_text(row.after.get(name), name),
                )
                for name in sorted({*row.before, *row.after})
            ],
        }
        for row in rows
    ]


def _reason_clause(state: ContactState, now: datetime, language: str) -> str:
    if state.vouched_at is None:
        return _("mail comes back") if state.why == "bounced" else _("nobody has confirmed it yet")
    when = times.time_until_in_words(state.vouched_at, now, language)
    words = str(BY[state.vouched_by]) % {"when": when}
    return f"{words}, {AGAINST[state.why]}" if state.why in AGAINST else words


def _cell_text(value, name: str) -> str:
    if value in (None, "", []):
        return "–"
    if name == "part":
        return str(PARTS.get(value, value))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
