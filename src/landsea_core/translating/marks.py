"""Marks in the place of values, for a translator that is a program: it gets marks, and the values are put back by us.

1. Each value of the text becomes `[[1]]`, `[[2]]`, ... in order.
2. The answer must have each mark once, in the order of its kind, and no digits beside the marks.
3. In place of each mark the value is written: a name as the reader's language calls it, a number and a day as its readers
   write them, everything else as it was written.
4. What comes out is compared with the original once more (`comparing`). What fails anywhere is never shown.

The order within a kind is asked for, though a language may turn it round: "5 of 12" and "12 of 5" have the same marks, and
no program can tell which of both was turned by grammar. Such a sentence stays as it was written.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from landsea_core.text.numbers.digits import use_ascii_digits
from landsea_core.translating.comparing import Fault, find_fault
from landsea_core.translating.names import Names
from landsea_core.translating.protected_values import ProtectedValue, ValueKind, find_values

MARK = re.compile(r"\[\[\s*(\d{1,4})\s*\]\]")


@dataclass(frozen=True)
class Marked:
    """A text with marks in place of its values."""

    original: str
    source: str
    text: str
    values: tuple[ProtectedValue, ...]


@dataclass(frozen=True)
class Writing:
    """How numbers, and days given as "2026-03-05" or "-03-05", are written for readers of one language."""

    number: Callable[[Decimal], str] = lambda value: f"{value:,f}"
    day: Callable[[str], str] = lambda day: day.lstrip("-")


def mark_values(text: str, source: str, names: Names) -> Marked:
    """Return the text with marks in place of its values.

    "3 lorries at Mohan" becomes "[[1]] lorries at [[2]]" where Mohan is among the names.
    """
    values = find_values(text, source, names)
    parts, at = [], 0
    for number, value in enumerate(values, start=1):
        parts += [text[at : value.start], f"[[{number}]]"]
        at = value.end
    return Marked(text, source, "".join([*parts, text[at:]]), tuple(values))


def put_values_back(marked: Marked, answer: str, target: str, names: Names, writing: Writing) -> str | Fault:
    """Return the translation with its values, or why it may not be shown."""
    found = [int(match[1]) for match in MARK.finditer(use_ascii_digits(answer))]
    if sorted(found) != sorted(set(found)):
        return Fault.DOUBLED
    if set(found) != set(range(1, len(marked.values) + 1)):
        return Fault.LOST
    for kind in ValueKind:
        if (of_kind := [number for number in found if marked.values[number - 1].kind == kind]) != sorted(of_kind):
            return Fault.REORDERED
    folded = use_ascii_digits(answer)
    bare = MARK.sub("", folded)
    if re.search(r"\d", bare) or "[[" in bare or "]]" in bare:
        return Fault.INVENTED
    whole, at = [], 0
    for match in MARK.finditer(folded):
        whole += [answer[at : match.start()], _write(marked.values[int(match[1]) - 1], target, writing)]
        at = match.end()
    text = "".join([*whole, answer[at:]]).strip()
    return find_fault(marked.original, marked.source, text, target, names) or text


def _write(value: ProtectedValue, target: str, writing: Writing) -> str:
    if value.name is not None:
        return value.name.say_in(target) or value.written
    if value.kind == ValueKind.DAY:
        return writing.day(next(iter(value.meanings)))
    if value.plain is not None:
        return writing.number(value.plain)
    return use_ascii_digits(value.written)
