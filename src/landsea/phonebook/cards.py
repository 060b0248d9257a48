"""The cards of a reader: each desk with its public telephones; for those who may see contacts also its people, and who of
them is on duty until when.
"""

import hashlib
import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.translation import gettext as _

from landsea.base.ui import times
from landsea.base.ui.demo_marks import mark_demo
from landsea.directory import access
from landsea.directory.access.duty import list_desks_with_duty
from landsea.directory.display_names import name_desk
from landsea.directory.duty import LONGEST_TURN, Stretch, list_duty_of_desks
from landsea.directory.models import Contact, Desk
from landsea.directory.telephones import CARDS, make_desk_card
from landsea.phonebook.books import find_desks_by_id
from landsea.phonebook.readers import PEOPLE, Reader
from landsea_core.contacts.cards import PERSON, Card, CardTelephone

DUTY_AHEAD = timedelta(days=7)
MOST_TURNS = 10


def make_cards_of_desks(reader: Reader, desk_ids: Iterable[int], now: datetime) -> dict[int, list[Card]]:
    """Return the cards of these desks at `now` (aware), each desk's own first, then those of its people. The number of
    statements does not depend on how many desks there are.
    """
    with translation.override(reader.language):
        desks = [desk for desk in map(find_desks_by_id().get, desk_ids) if desk]
        plain = access.read_once(("cards of desks", reader.language), lambda: _plain_cards(reader.language))
        found = {desk.pk: [plain[desk.pk]] for desk in desks}
        if reader.audience == PEOPLE:
            _add_people(reader, {desk.pk: desk for desk in desks}, found, now)
        return found


def compute_digest_of_card(card: Card) -> str:
    """Return what changes when the card says something else."""
    return hashlib.sha256(repr(card).encode()).hexdigest()[:32]


def _plain_cards(language: str) -> dict[int, Card]:
    return {pk: make_desk_card(desk, language, labelled=True) for pk, desk in find_desks_by_id().items()}


def _add_people(reader: Reader, desks: dict[int, Desk], found: dict[int, list[Card]], now: datetime) -> None:
    contacts = list(access.list_contacts_of_desks(reader.actor, desks))
    duty = _duty_of(desks, now)
    reached = {one.pk: one for one in contacts}
    for pk, stretches in duty.items():
        on_duty = _telephones_of_duty(desks[pk], stretches, reached, now, reader.language)
        found[pk] = [replace(found[pk][0], telephones=(*on_duty, *found[pk][0].telephones))]
    for one in contacts:
        found[one.desk_id].append(_person_as_card(one, desks[one.desk_id], reader.language))


def _duty_of(desks: dict[int, Desk], now: datetime) -> dict[int, list[Stretch]]:
    """Return the turns that run or begin within a week, by desk. They are looked up from the beginning of the day, so that
    a card stays the same from one question to the next.
    """
    with_duty = [desk for desk in list_desks_with_duty(now) if desk.pk in desks]
    since = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    found = list_duty_of_desks(with_duty, since, since + DUTY_AHEAD + LONGEST_TURN)
    return {
        pk: [one for one in turns if one.ends > now and one.begins < since + DUTY_AHEAD and not one.away][:MOST_TURNS]
        for pk, turns in found.items()
    }


def _telephones_of_duty(
    desk: Desk, stretches: list[Stretch], reached: dict[int, Contact], now: datetime, language: str
) -> list[CardTelephone]:
    """Return the numbers of who has duty, each with its person and until when it is good, on the office's clock."""
    zone, found = ZoneInfo(desk.office.time_zone), []
    for one in stretches:
        contact = reached.get(one.person.contact_id or 0) if one.person else None
        number = (contact.duty_phone or contact.phone) if contact else ""
        if number and contact and one.person:
            until = times.write_moment(one.ends, zone, one.ends, language)
            values = {"name": mark_demo(one.person.name, contact.is_demo), "until": until}
            if one.begins <= now:
                label = _("on duty until %(until)s: %(name)s") % values
            else:
                begins = times.write_moment(one.begins, zone, one.begins, language)
                label = _("on duty %(from)s – %(until)s: %(name)s") % (values | {"from": begins})
            found.append(CardTelephone(number, label))
    return found


def _person_as_card(one: Contact, desk: Desk, language: str) -> Card:
    name, office = name_desk(desk, language)
    telephones = [CardTelephone(one.phone)] if one.phone else []
    if one.duty_phone and one.duty_phone != one.phone:
        telephones.append(CardTelephone(one.duty_phone, _("duty telephone")))
    note = _("Made-up person of the demonstration.") if one.is_demo else ""
    return Card(
        uid=str(uuid.uuid5(CARDS, f"contact:{one.pk}")),
        kind=PERSON,
        name=one.names.get(language) or one.names.get(language.partition("-")[0]) or one.name,
        units=(office,) if office == name else (office, name),
        part=_("deputy") if one.part == "deputy" else _("holder"),
        telephones=tuple(telephones),
        emails=(one.email,) if one.email else (),
        languages=tuple(one.languages),
        note=note,
    )
