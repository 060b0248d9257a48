"""Where in a text the newly written words end: the first line that begins a quote, a forwarded mail, or is our own marker."""

from dataclasses import dataclass

from landsea_core.mailtext.reply_address import ANYWHERE
from landsea_core.mailtext.written.attributions import count_attribution_lines
from landsea_core.mailtext.written.heads import Head, find_head, find_labels
from landsea_core.mailtext.written.lines import is_quoted, split_into_lines, strip_quote_mark
from landsea_core.mailtext.written.separators import find_kind_of_separator

QUOTE, FORWARD, OURS = "quote", "forward", "ours"


@dataclass(frozen=True)
class Boundary:
    """A boundary: what begins there, its first line, the first line of the words behind it, who is said to have written these.

    `is_named` says that the program itself called it forwarded or original; a bare head says neither.
    """

    kind: str
    start: int
    behind: int
    sender: str = ""
    is_named: bool = True


def find_first_boundary(lines: list[str], *, subject_forwards: bool) -> Boundary | None:
    """Return the first boundary; None when all of it is new.

    A bare head (Outlook and Foxmail write the same one over quotes and forwarded mails) is taken for what the subject says.
    """
    for number, line in enumerate(lines):
        if not line.strip() or is_quoted(line):
            continue
        found = _boundary_at(lines, number, subject_forwards=subject_forwards)
        if found:
            return found
    return None


def _boundary_at(lines: list[str], number: int, *, subject_forwards: bool) -> Boundary | None:
    said = find_kind_of_separator(lines[number])
    if said == "ours" or ANYWHERE.search(lines[number]):
        return Boundary(OURS, _start_above(lines, number), number + 1)
    if said:
        head = _head_below(lines, number + 1)
        kind = FORWARD if said == "forwarded" else QUOTE
        if said == "original" and subject_forwards:
            kind = FORWARD
        behind, sender = (head.end, head.sender) if head else (number + 1, "")
        return Boundary(kind, number, behind, sender)
    head = find_head(lines, number)
    if head:
        return Boundary(FORWARD if subject_forwards else QUOTE, number, head.end, head.sender, is_named=False)
    count = count_attribution_lines(lines, number)
    if count:
        is_marked = any(is_quoted(line) for line in _next_filled(lines, number + count))
        if not is_marked:
            return Boundary(QUOTE, number, number + count, " ".join(lines[number : number + count]), is_named=False)
    return None


def _next_filled(lines: list[str], start: int) -> list[str]:
    return [line for line in lines[start : start + 4] if line.strip()][:1]


def _head_below(lines: list[str], start: int) -> Head | None:
    """Return the head below a separator: right there, after blank lines, or inside quote marks (Apple Mail)."""
    for number in range(start, min(start + 4, len(lines))):
        if lines[number].strip(" >"):
            inner = [
                strip_quote_mark(line) if is_quoted(lines[number]) else line for line in lines[number : number + 14]
            ]
            head = find_head(inner, 0) or find_labels(inner)
            return Head(number, number + head.end, head.sender) if head else None
    return None


def _start_above(lines: list[str], number: int) -> int:
    """Return where the quote begins that holds this line: wrapped attribution lines and a head above belong to it."""
    for back in range(1, 6):
        above = number - back
        if above < 0 or (back > 1 and not lines[above].strip()):
            break
        if count_attribution_lines(lines, above) > back - 1 or find_head(lines, above):
            return above
    return number


def drop_heads(text: str) -> str:
    """Return forwarded words without the separators and heads of further mails inside them."""
    lines = split_into_lines(text)
    out: list[str] = []
    number = 0
    while number < len(lines):
        head = find_head(lines, number) if lines[number].strip() else None
        if head:
            number = head.end
        elif find_kind_of_separator(lines[number]):
            number += 1
        else:
            out.append(lines[number])
            number += 1
    return "\n".join(out)
