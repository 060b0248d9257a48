"""Whether a translation kept what its original says in values, and whether it looks like a translation at all."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Mapping
from enum import StrEnum

from landsea_core.text.letters.scripts import find_script
from landsea_core.translating.names import Names
from landsea_core.translating.protected_values import ProtectedValue, ValueKind, find_values

SCRIPTS = {"zh": "han", "th": "thai", "lo": "lao", "km": "khmer", "my": "burmese"}
NAMES = (ValueKind.NAME, ValueKind.PARTY)
LEAST_SHARE = 0.5
"""Of the letters, values aside, that must be in the script of the language."""
FEW_LETTERS = 3
MOST_TIMES_LONGER, SPARE = 4, 80
"""A translation may have so many times as many characters as its original, and these more."""
_TAG = re.compile(r"</?[a-zA-Z!][^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});")
_DIRECTING = re.compile("[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b-\u001f]")


class Fault(StrEnum):
    """Why a translation may not be shown."""

    EMPTY = "empty"
    LOST = "lost"
    DOUBLED = "doubled"
    INVENTED = "invented"
    REORDERED = "reordered"
    UNCHANGED = "unchanged"
    MARKUP = "markup"
    OTHER_SCRIPT = "other_script"
    TOO_LONG = "too_long"


def find_fault(original: str, source: str, said: str, target: str, names: Names) -> Fault | None:
    """Return why this may not be shown as a translation of the original; None when nothing speaks against it.

    `source` and `target` are languages as rows name them ("zh", "vi").
    """
    if not said.strip():
        return Fault.EMPTY
    if len(said) > MOST_TIMES_LONGER * len(original) + SPARE:
        return Fault.TOO_LONG
    if set(_TAG.findall(said)) - set(_TAG.findall(original)) or _DIRECTING.search(said):
        return Fault.MARKUP
    lost, added = compare_values(original, source, said, target, names)
    if lost:
        return Fault.LOST
    if added:
        known = {meant for value in find_values(original, source, names) for meant in _meant(value)}
        return Fault.DOUBLED if any(not known.isdisjoint(_meant(value)) for value in added) else Fault.INVENTED
    return _find_fault_of_words(original, source, said, target, names)


def compare_values(
    original: str, source: str, said: str, target: str, names: Names
) -> tuple[list[ProtectedValue], list[ProtectedValue]]:
    """Return the values of the original that the translation has not, and those it has too many, in order.

    A name counts as kept when the translation has any name of it, in the reader's language or the writer's.
    """
    wanted = find_values(original, source, names)
    left = find_values(said, target, names)
    if source != target:
        held = bytearray(len(said))
        for one in left:
            held[one.start : one.end] = b"\1" * (one.end - one.start)
        named = [value for value in find_values(said, source, names) if value.kind == ValueKind.NAME]
        left += [value for value in named if not any(held[value.start : value.end])]
    places: dict[tuple[ValueKind, str], deque[int]] = defaultdict(deque)
    for at, one in enumerate(left):
        for meant in _meant(one):
            places[meant].append(at)
    used: set[int] = set()
    lost = []
    known = Counter(meant for value in wanted for meant in _meant(value))
    folded = said.casefold()
    for value in wanted:
        if not _take_same(value, places, used) and not _is_said(value, known, folded, target):
            lost.append(value)
    return lost, [
        value
        for at, value in enumerate(left)
        if at not in used and not value.in_words and (value.kind not in NAMES or any(map(known.get, _meant(value))))
    ]


def _meant(value: ProtectedValue) -> list[tuple[ValueKind, str]]:
    """Return each meaning with its kind: values are the same when they share one."""
    return [(value.kind, meaning) for meaning in value.meanings]


def _take_same(value: ProtectedValue, places: Mapping[tuple[ValueKind, str], deque[int]], used: set[int]) -> bool:
    """Use up the first place of a value that means the same; False where none is left. A text may have thousands of them."""
    firsts = []
    for meant in _meant(value):
        line = places.get(meant, deque())
        while line and line[0] in used:
            line.popleft()
        firsts += [line[0]] if line else []
    used.update([min(firsts)] if firsts else [])
    return bool(firsts)


def _is_said(value: ProtectedValue, wanted: Mapping[tuple[ValueKind, str], int], folded: str, target: str) -> bool:
    """Whether a name that is not found by itself stands in the translation (casefolded), as often as it is wanted, by
    meaning: one too short, or one of a person or firm, whose title or form is translated.
    """
    if value.kind not in NAMES:
        return False
    times = max(wanted[meant] for meant in _meant(value))
    known = [value.written, *(value.name.said.get(target, ()) if value.name else ())]
    return any(folded.count(word.casefold()) >= times for word in known)


def _find_fault_of_words(original: str, source: str, said: str, target: str, names: Names) -> Fault | None:
    words, words_before = _without_values(said, target, names), _without_values(original, source, names)
    for party in (value for value in find_values(original, source, names) if value.kind == ValueKind.PARTY):
        words = words.replace(party.written, " ")  # in the letters of the original, whatever the language
    if source != target and len(_letters(words_before)) > FEW_LETTERS and _letters(words) == _letters(words_before):
        return Fault.UNCHANGED
    letters = _letters(words)
    if len(letters) <= FEW_LETTERS:
        return Fault.EMPTY if len(_letters(words_before)) > FEW_LETTERS * 2 else None
    right = sum(1 for letter in letters if find_script(letter) == SCRIPTS.get(target, "latin"))
    return None if right >= LEAST_SHARE * len(letters) else Fault.OTHER_SCRIPT


def _without_values(text: str, language: str, names: Names) -> str:
    parts, at = [], 0
    for value in find_values(text, language, names):
        parts.append(text[at : value.start])
        at = value.end
    return " ".join([*parts, text[at:]])


def _letters(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalpha())
