"""Public addresses of many desks at once, as a coordinator types or pastes them: read, checked, and shown before anybody is
asked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext

from landsea.base.actors import Actor
from landsea.base.translation.languages import find_page_language
from landsea.base.ui.languages import OWN_NAMES
from landsea.directory import access as directory_access
from landsea.directory.access.answering_desks import list_addresses_being_asked
from landsea.directory.actions.ask import MOST_NEW
from landsea.directory.actions.put_addresses import AddressToAsk
from landsea.directory.answering import find_known_answering
from landsea.directory.desk_picking import find_code
from landsea.directory.display_names import name_desk
from landsea_core.contacts import Answering

MOST_LINES = 300
ROUND = timedelta(minutes=10)
SEPARATORS = ",;\t "


@dataclass(frozen=True)
class CheckedLine:
    """One line: what was typed, the desk and address it names, the language of the mail, and why it is left out, if it is."""

    typed: str
    email: str = ""
    desk_name: str = ""
    office_name: str = ""
    language: str = ""
    row: AddressToAsk | None = None
    fault: str = ""


def read_lines(pasted: str, fields: Iterable[tuple[str, str]]) -> list[str]:
    """Return the lines of a pasted list and of the fields beside desks (code, address), without empty ones; the first ones."""
    lines = [line.strip() for line in pasted.splitlines()]
    lines += [f"{code}, {email.strip()}" for code, email in fields if email.strip()]
    return [line for line in lines if line][:MOST_LINES]


def check_lines(lines: Iterable[str], actor: Actor, language: str) -> list[CheckedLine]:
    """Return each line, checked. A line is a desk's code, or the address of its page, and an e-mail address."""
    pairs = [_split(line) for line in lines]
    desks = directory_access.find_desks(code for _line, code, _email in pairs)
    there = list_addresses_being_asked(actor, [desk.pk for desk in desks.values()])
    known = {(one.desk_id, one.email.lower()) for one in there}
    checked: list[CheckedLine] = []
    for line, code, email in pairs:
        desk = desks.get(code)
        fault = _fault(desk, email, known)
        if desk is None:
            checked.append(CheckedLine(line, email, fault=fault))
            continue
        known.add((desk.pk, email.lower()))
        name, office = name_desk(desk, language)
        mail_language = OWN_NAMES.get(find_page_language(desk.office.languages), "English")
        row = None if fault else AddressToAsk(desk, email)
        checked.append(CheckedLine(line, email, name, office, mail_language, row, fault))
    return checked


def compute_how_long_asking_takes(count: int) -> timedelta:
    """Return how long it takes until the last of so many new addresses is asked, when no others wait."""
    return ROUND * -(-count // MOST_NEW)


def _split(line: str) -> tuple[str, str, str]:
    """Return (line, code, e-mail address); the address is the last word."""
    cleaned = line.strip(SEPARATORS)
    cut = max(cleaned.rfind(sign) for sign in SEPARATORS)
    head, email = (cleaned[:cut].strip(SEPARATORS), cleaned[cut + 1 :].strip()) if cut >= 0 else (cleaned, "")
    return line, find_code(head), email


def _fault(desk, email: str, known: set[tuple[int, str]]) -> str:
    """Return why a line is left out, in a sentence that says what to do; empty for one that is asked."""
    if desk is None:
        return gettext("There is no desk of this code. Copy the code, or the address of the desk's page.")
    try:
        validate_email(email)
    except ValidationError:
        return gettext("Write the address as name@example.org.")
    if (desk.pk, email.lower()) in known:
        return gettext("The desk has this address already.")
    if find_known_answering().somebody_at.get(desk.code) is Answering.ACCOUNT:
        return gettext("Somebody with an account is at this desk. Add contacts on its page of people.")
    return ""
