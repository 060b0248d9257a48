"""What was typed for the slots of a sentence, in a form or by a program, as the core reads it; and what the case fills in.

A page has fields that people know: a weight is a number with a unit beside it, a moment is on the clock of the page,
a place or a desk is named in words. A program sends each value as one text, as the core keeps it ("12.5 t",
"2026-12-01T14:00+08:00").
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext

from landsea.base.refusal import Refused
from landsea.base.translation.sentences import say_sentence
from landsea.cases.models import Case
from landsea.directory import access as directory_access
from landsea.directory.desk_picking import find_code
from landsea.directory.name_search import find_by_name
from landsea.phrases.book import get_phrasebook
from landsea.rules.access import read_published_book
from landsea_core.phrasebook import Ask, SlotFault, SlotKind, Values, find_slots, read_values

UNIT_FIELDS = {SlotKind.MASS: "unit", SlotKind.AMOUNT: "currency"}
"""Kinds of which a page has a second field, with the end of its name."""


def list_fields(phrase: str) -> list[str]:
    """Return the names of all fields that a form has for the slots of an English phrase."""
    book = get_phrasebook()
    names: list[str] = []
    for slot in find_slots(phrase):
        unit = UNIT_FIELDS.get(book.kind_of(slot))
        names += [slot] + ([f"{slot}_{unit}"] if unit else [])
    return names


def read_typed(
    phrase: str,
    typed: Mapping[str, Sequence[str]],
    *,
    answer: str = "",
    ask: Ask | None = None,
    zone: ZoneInfo | None = None,
) -> dict[str, str]:
    """Return what stands in the slots of an English phrase, from fields by name. Moments without a zone are on the clock of
    `zone`, else of the page. Raises Refused with the sentence about the first that cannot stand there.
    """
    book = get_phrasebook()
    said = {slot: _join(slot, typed, zone or timezone.get_current_timezone()) for slot in find_slots(phrase)}
    try:
        values = dict(read_values(book, phrase, said, answer=answer, ask=ask))
    except SlotFault as fault:
        raise Refused("does_not_fit", say_sentence(fault.sentence)) from None
    for slot, value in values.items():
        _refuse_unknown(book.kind_of(slot), value)
    return values


def _join(slot: str, typed: Mapping[str, Sequence[str]], zone) -> str:
    kind = get_phrasebook().kind_of(slot)
    whole = (" ".join(one.replace("\0", " ").split()) for one in typed.get(slot, ()))  # no row may be asked for "\0"
    given = [one for one in whole if one]
    if not given:
        return ""
    first = given[0]
    if kind in UNIT_FIELDS:
        unit = next(iter(typed.get(f"{slot}_{UNIT_FIELDS[kind]}", ())), "").strip()
        return f"{first} {unit}" if unit and " " not in first else first
    if kind is SlotKind.CHOICES:
        return " ".join(given)
    if kind is SlotKind.MOMENT:
        return _with_zone(first, zone)
    return _CODES[kind](first) if kind in _CODES else first


def _with_zone(said: str, zone) -> str:
    try:
        at = datetime.fromisoformat(said)
    except ValueError:
        return said
    return (at if at.tzinfo else at.replace(tzinfo=zone)).isoformat(timespec="minutes")


def _code_of_place(said: str) -> str:
    """Return the code of the place that is called so, where only one is; else what was typed."""
    if directory_access.find_place(said.upper()):
        return said.upper()
    found = find_by_name(said).places[:2]
    return found[0].code if len(found) == 1 or (found and _is_called(found[0], said)) else said


def _is_called(place, said: str) -> bool:
    return said.casefold() in {name.casefold() for name in place.names.values()}


def _refuse_unknown(kind: SlotKind, value: str) -> None:
    """Raise Refused for a place, desk or rule that the platform does not know."""
    if kind is SlotKind.PLACE and directory_access.find_place(value) is None:
        raise Refused(
            "does_not_fit", gettext("We know no place of this name. Write it as the directory does, or its code.")
        )
    if kind is SlotKind.DESK and directory_access.find_desk(value) is None:
        raise Refused("does_not_fit", gettext("Name the desk by its code, or by the address of its page."))
    if kind is SlotKind.RULE and not read_published_book().versions(value):
        raise Refused("does_not_fit", gettext("We know no rule of this number. Look it up in the book of rules."))


_CODES = {SlotKind.PLACE: _code_of_place, SlotKind.DESK: find_code}


def find_values_of_case(ask: Ask, case: Case, side: str) -> Values:
    """Return what the case itself says for the slots of an ask; the person sees and may change it before it is sent."""
    known = {
        "place": case.place_id and case.place.code if case.place_id else "",
        "goods": case.goods,
        "hs": case.hs,
        "country": case.filer_country if side == "office" else case.country,
    }
    known |= {name: str(value) for name, value in _numbers_read(case).items()}
    return {slot: known[slot] for slot in find_slots(ask.says["en"]) if known.get(slot)}


def _numbers_read(case: Case) -> dict[str, str]:
    """Return the number of a paper or of a lorry that was read from the filer's words, where there is one."""
    read = case.reading.get("numbers") or case.reading.get("number") or ()
    first = next(iter(read), "") if isinstance(read, (list, tuple)) else ""
    return {"number": first} if isinstance(first, str) and first else {}
