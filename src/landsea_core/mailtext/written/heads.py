"""The head of a quoted or forwarded mail: the lines From, Sent, To, Subject above its words, in any of ten languages.

A head begins with a line From (some programs put Date or Subject first) and holds at least two other kinds of line within
the next nine; blank lines may stand between, and some gateways flatten all of it into one line. A head in a language that
no table knows is told by its form: three lines "label: value" in a row, the first with an address in angle brackets, and
a time of the day. Letters and forms that people write have such lines too, but no such brackets and no time.
"""

import re
from dataclasses import dataclass

from landsea_core.mailtext.written.header_labels import (
    CC,
    DATE,
    FROM,
    OTHER,
    SUBJECT,
    TO,
    find_role,
    find_role_before_space,
    find_value,
    list_roles,
)
from landsea_core.mailtext.written.lines import ADDRESS, tells_time

_REACH = 10
_MAY_BEGIN = frozenset({FROM, DATE, SUBJECT, TO})
_CONTINUED = re.compile(r"^\s*[<\"']?[\w.+-]+@|^\s+\S|^[^:\uff1a]{0,60}<[\w.+-]+@")
_BRACKETED = re.compile(r"<\s*(?:mailto:)?" + ADDRESS.pattern)
_WORD = r"[^\s:\uff1a\u17d6@<>|.,!?]"
_ANY_LABEL = re.compile(
    rf"^\s*\*?(?P<label>{_WORD}{{1,24}}(?: {_WORD}{{1,12}}){{0,2}})\*?\s?[:\uff1a\u17d6]\*?\s?(?P<value>\S.*)$"
)


@dataclass(frozen=True)
class Head:
    """A head: its lines from `start` to before `end`, and what stands in its line From."""

    start: int
    end: int
    sender: str


def find_head(lines: list[str], start: int) -> Head | None:
    """Return the head that begins in this line; None when none does."""
    role = find_role(lines[start])
    if role in _MAY_BEGIN:
        found = _known_head(lines, start, role)
        if found:
            return found
    if len(list_roles(lines[start])) >= 3 and FROM in list_roles(lines[start]):
        return Head(start, start + 1, lines[start])
    return _head_by_form(lines, start)


def find_labels(lines: list[str]) -> Head | None:
    """Return the head made of the labelled lines at the very beginning; right below a separator nothing more is asked of it."""
    end, sender = 0, ""
    for line in lines[:_REACH]:
        role = find_role(line) or find_role_before_space(line)
        if not role:
            break
        sender = line if role == FROM else sender
        end += 1
    return Head(0, end, sender) if end else None


def _known_head(lines: list[str], start: int, first: str) -> Head | None:
    roles, end, blank = {first}, start + 1, 0
    sender = find_value(lines[start]) if first == FROM else ""
    has_proof = _is_proof(first, find_value(lines[start]))
    for number in range(start + 1, min(start + _REACH, len(lines))):
        line = lines[number]
        role = find_role(line)
        if role and (role not in roles or role in {CC, OTHER, DATE}):
            sender = find_value(line) if role == FROM else sender
            has_proof = has_proof or _is_proof(role, find_value(line))
            roles.add(role)
            end, blank = number + 1, 0
        elif not line.strip(" |>*-_"):
            blank += 1
            if blank > 1 and len(roles) > 2:
                break
        elif blank == 0 and _CONTINUED.match(line):
            end = number + 1
        else:
            break
    named = roles - {CC, OTHER}
    names_address = any(ADDRESS.search(line) for line in lines[start:end])
    is_whole = len(named) >= 3 and (names_address or SUBJECT in named)
    if FROM in named and has_proof and (is_whole or (len(named) == 2 and ADDRESS.search(sender))):
        return Head(start, end, sender)
    return None


def _is_proof(role: str, value: str) -> bool:
    """Say whether a line holds what only the head of a mail holds there: somebody's address, or a time of the day."""
    if role in {FROM, TO}:
        return bool(ADDRESS.search(value))
    return role == DATE and tells_time(value)


def _head_by_form(lines: list[str], start: int) -> Head | None:
    block = []
    for line in lines[start : start + 6]:
        hit = _ANY_LABEL.match(line)
        if not hit:
            break
        block.append(hit["value"])
    if len(block) < 3 or not _BRACKETED.search(block[0]):
        return None
    if not any(tells_time(value) for value in block[1:3]):
        return None
    return Head(start, start + len(block), block[0])
