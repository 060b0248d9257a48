"""The fields of a page for the slots of a sentence: what each is called, how it is typed, what it can be chosen from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.countries import list_country_options
from landsea.phrases.book import get_phrasebook
from landsea.phrases.typed_values import UNIT_FIELDS
from landsea_core.phrasebook import Ask, SlotKind, find_slots
from landsea_core.phrasebook.saying import find_wording

LABELS = {
    "day": _("Day"),
    "moment": _("Day and hour, on your clock"),
    "moment_2": _("Until: day and hour, on your clock"),
    "hours": _("How many hours"),
    "count": _("How many"),
    "mass": pgettext_lazy("of goods", "Weight"),
    "amount": _("Amount"),
    "percent": _("Per cent"),
    "place": _("Place: its name, or its code"),
    "country": _("Country"),
    "hs": _("HS code"),
    "desk": _("Desk: its code, or the address of its page"),
    "rule": _("Number of the rule in our book"),
    "number": _("Number"),
    "number_2": _("Second number"),
    "paper": _("Paper"),
    "papers": _("Papers"),
    "places": _("Places"),
    "goods": _("Goods"),
    "office": _("Office"),
    "service": _("Train, ship or road"),
    "language": _("Language"),
    "currency": _("Currency"),
    "old": _("As it is"),
    "new": _("As it should be"),
    "words": _("In a few words, which are not translated"),
}
CHOICE = _("Choose one")
TYPES = {
    SlotKind.DAY: "date",
    SlotKind.MOMENT: "datetime-local",
}
MODES = {
    SlotKind.HOURS: "decimal",
    SlotKind.COUNT: "numeric",
    SlotKind.MASS: "decimal",
    SlotKind.AMOUNT: "decimal",
    SlotKind.PERCENT: "decimal",
    SlotKind.HS: "numeric",
}
"""Which keys a phone shows."""
UNITS = {
    SlotKind.MASS: ("kg", "t"),
    SlotKind.AMOUNT: tuple(["CNY", "VND", "LAK", "THB", "KHR", "MMK", "IDR", "MYR", "SGD", "PHP", "BND", "USD", "EUR"]),
}
MOST_WORDS = 140


@dataclass(frozen=True)
class SlotField:
    """One field. `options` are (value, words, chosen) of a list, `many` whether several may be chosen; `units` those of the
    second field, `unit_name`, with the one that is chosen.
    """

    name: str
    label: str
    value: str
    type: str = "text"
    mode: str = ""
    options: tuple[tuple[str, str, bool], ...] = ()
    many: bool = False
    unit_name: str = ""
    units: tuple[tuple[str, bool], ...] = ()
    most: int = MOST_WORDS


def make_fields(
    phrase: str,
    filled: Mapping[str, Sequence[str]],
    language: str,
    *,
    answer: str = "",
    ask: Ask | None = None,
) -> list[SlotField]:
    """Return the fields for the slots of an English phrase, with what stands in them (by the names of the fields); lists are in
    the reader's `language`.
    """
    return [_field_of(slot, filled, language, answer, ask) for slot in find_slots(phrase)]


def _field_of(slot: str, filled: Mapping[str, Sequence[str]], language: str, answer: str, ask: Ask | None) -> SlotField:
    book = get_phrasebook()
    kind, given = book.kind_of(slot), list(filled.get(slot, ()))
    options = _options(slot, given, language, answer, ask)
    value = given[0] if given else ""
    unit_name, units = "", ()
    if kind in UNIT_FIELDS:
        value, _space, kept = value.partition(" ")
        unit_name = f"{slot}_{UNIT_FIELDS[kind]}"
        chosen = next(iter(filled.get(unit_name, ())), "") or kept
        units = tuple((unit, unit == chosen) for unit in UNITS[kind])
    if kind is SlotKind.MOMENT:
        value = value[:16]
    label = str(LABELS.get(slot, CHOICE))
    return SlotField(
        slot,
        label,
        value,
        TYPES.get(kind, "text"),
        MODES.get(kind, ""),
        options,
        kind is SlotKind.CHOICES,
        unit_name,
        units,
    )


def _options(
    slot: str, given: list[str], language: str, answer: str, ask: Ask | None
) -> tuple[tuple[str, str, bool], ...]:
    book = get_phrasebook()
    if book.kind_of(slot) is SlotKind.COUNTRY:
        return tuple((code, name, code in given) for code, name in list_country_options(get_language() or "en"))
    chosen = {code for one in given for code in one.split()}
    listed = book.lists.get(book.list_behind(slot, answer, ask), {})
    return tuple((code, find_wording(one.says, language)[0], code in chosen) for code, one in listed.items())
