"""Dividing a metric and a value into their parts: groups at semicolons, slots at slashes, steps at arrows."""

import re

_SLOT = "\x1f"
_SLASH_BETWEEN_FIGURES = re.compile(r"(?<=[\d+%)])\s*/\s*(?=[\d~<>'$]|CNY|USD|VND)")
_STEP = "\x1e"
BRACKETS = re.compile(r"\(([^()]*)\)")


def divide_metric(group: str) -> list[str]:
    """Return the slots of a metric, divided at slashes with spaces: "TEU / value 2025" are two."""
    return split_outside_brackets(group.replace(" / ", _SLOT), _SLOT)


def divide_value(group: str) -> list[str]:
    """Return the slots of a value, divided between figures too: "335/113" are two."""
    return split_outside_brackets(_SLASH_BETWEEN_FIGURES.sub(f" {_SLOT} ", group).replace(" / ", f" {_SLOT} "), _SLOT)


def divide_steps(value: str) -> list[str]:
    """Return the steps of "A -> B -> C", each with what stands in brackets behind it."""
    return split_outside_brackets(value.replace("->", _STEP), _STEP)


def list_notes(value: str) -> list[str]:
    """Return what stands in brackets, slashes as they were."""
    return [note.replace(f" {_SLOT} ", "/") for note in BRACKETS.findall(value)]


def drop_brackets(value: str) -> str:
    """Return a value or subject without what stands in brackets."""
    return BRACKETS.sub(" ", value)


def split_outside_brackets(text: str, mark: str) -> list[str]:
    """Divide at a mark that stands outside brackets and quotation marks."""
    parts: list[str] = []
    depth, quoted, start = 0, False, 0
    for at, character in enumerate(text):
        if character in "(（":
            depth += 1
        elif character in ")）":
            depth = max(0, depth - 1)
        elif character == "'" and (at == 0 or not text[at - 1].isalnum() or quoted):
            quoted = not quoted
        elif character == mark and not depth and not quoted:
            parts.append(text[start:at].strip())
            start = at + 1
    return [*parts, text[start:].strip()]
