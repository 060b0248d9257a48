"""What a person newly wrote in a mail, cut out of all that stands around it. The chain, in order:

1. Take the warnings of a gateway off the top.
2. Find the first boundary: our marker or reply address, a separator, the head of another mail, an attribution. What stands
   above it is new, apart from lines with quote marks and the attribution right above these (answers written between the
   questions stay).
3. Take the signature, footers and disclaimers off the end.
4. Behind a boundary that begins a forwarded mail stand words that are the matter: they stay, without its head. So does a
   quote that is not ours when the person only pointed to it ("see below").
5. When fewer than `LEAST` letters would remain, nothing is cut.
"""

import re
from dataclasses import dataclass, field

from landsea_core.mailtext.reply_address import ANYWHERE
from landsea_core.mailtext.written.attributions import attribution_at, paragraph_above_quote
from landsea_core.mailtext.written.banners import without_banners
from landsea_core.mailtext.written.boundaries import FORWARD, OURS, Boundary, first_boundary, without_heads
from landsea_core.mailtext.written.disclaimers import without_disclaimer
from landsea_core.mailtext.written.footers import is_footer, without_footers
from landsea_core.mailtext.written.lines import is_quoted, letters_in, lines_of, trimmed, unquoted
from landsea_core.mailtext.written.pgp import without_pgp
from landsea_core.mailtext.written.pointing_wordings import ANSWERS_INSIDE, POINTS_BELOW
from landsea_core.mailtext.written.separators import separates
from landsea_core.mailtext.written.signatures import without_signature
from landsea_core.sentences import Sentence

LEAST = 3
_SHORT = 60
_MOST_ROUNDS = 6


@dataclass(frozen=True)
class Around:
    """What is known around a text: who wrote it, whether it answers one of ours, whether its subject calls it forwarded."""

    sender: str = ""
    sender_name: str = ""
    answers_ours: bool = False
    subject_forwards: bool = False
    our_domains: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Written:
    """The new words, and what was cut, in sentences."""

    text: str
    reasons: tuple[Sentence, ...] = field(default=())


def newly_written(text: str, around: Around) -> Written:
    """Return the words that a person newly wrote.

    >>> newly_written("Yes.\\n\\nOn Mon, 2 Mar 2026 at 14:20, Desk <d@x.example> wrote:\\n> Is it?", Around()).text
    'Yes.'
    """
    whole = without_pgp(text)
    lines = without_banners(lines_of(whole))
    boundary = first_boundary(lines, subject_forwards=around.subject_forwards)
    above = lines[: boundary.start] if boundary else lines
    new = _end_cut_off(_without_quotes(above), around)
    behind = _words_behind(lines, boundary, new, around) if boundary else []
    kept = trimmed([*new, "", *behind] if behind else new)
    if letters_in("\n".join(kept)) < LEAST:
        return Written(
            _joined(trimmed(lines_of(whole))), (Sentence("Fewer than three letters would remain, so nothing was cut."),)
        )
    reasons = []
    if behind:
        reasons.append(Sentence("The forwarded words are the matter and stay."))
    elif boundary or len(trimmed(above)) > len(new):
        reasons.append(Sentence("Quotes, markers or footers were cut off; the whole text is kept beside."))
    return Written(_joined(kept), tuple(reasons))


def _joined(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _without_quotes(lines: list[str]) -> list[str]:
    """Return the lines without those that carry quote marks and without what says above them who wrote these."""
    dropped: set[int] = set()
    for number, line in enumerate(lines):
        if not is_quoted(line) or (number and is_quoted(lines[number - 1])):
            continue
        above = _attribution_above(lines, number) or paragraph_above_quote(lines, number)
        dropped.update(range(number - above, number))
    return [line for number, line in enumerate(lines) if number not in dropped and not is_quoted(line)]


def _attribution_above(lines: list[str], quote: int) -> int:
    """Return how many lines above a quoted line say who wrote it, with the blank ones between; the earliest start counts."""
    for start in range(max(0, quote - 6), quote):
        count = attribution_at(lines, start)
        if count and not any(line.strip() for line in lines[start + count : quote]):
            return quote - start
    return 0


def _end_cut_off(lines: list[str], around: Around) -> list[str]:
    """Return the lines without disclaimers, footers and a cut-off signature at their end, in whatever order these stand."""
    for _ in range(_MOST_ROUNDS):
        before = len(lines)
        lines = without_footers(lines, around.sender, around.sender_name)
        lines = trimmed(without_signature(lines))
        lines = without_disclaimer(lines)
        if len(lines) == before:
            break
    return trimmed(lines)


def _words_behind(lines: list[str], boundary: Boundary, new: list[str], around: Around) -> list[str]:
    """Return the words behind the boundary that belong to the matter; none when they are only a quote."""
    if boundary.kind == OURS or _is_ours(boundary, lines, around):
        return []
    said = "\n".join(new)
    is_matter = boundary.kind == FORWARD
    if not is_matter and ANSWERS_INSIDE.search(said) and letters_in(said) < 4 * _SHORT:
        is_matter = True
    if not is_matter and not around.answers_ours:
        is_matter = letters_in(said) < _SHORT // 4 or (
            letters_in(said) < 2 * _SHORT and bool(POINTS_BELOW.search(said))
        )
    if not is_matter:
        return []
    words = lines[boundary.behind :]
    filled = [line for line in words if line.strip()]
    if filled and all(is_quoted(line) for line in filled):
        words = [unquoted(line) for line in words]
    words = _up_to_ours(lines_of(without_heads("\n".join(words))))
    return _end_cut_off(trimmed([line for line in words if not is_footer(line)]), around)


def _up_to_ours(lines: list[str]) -> list[str]:
    for number, line in enumerate(lines):
        if separates(line) == "ours" or ANYWHERE.search(line):
            return lines[:number]
    return lines


def _is_ours(boundary: Boundary, lines: list[str], around: Around) -> bool:
    """Say whether the mail behind the boundary is one of our own: its sender is in our domain."""
    told = boundary.sender.lower()
    return any("@" + domain in told for domain in around.our_domains) or any(
        ANYWHERE.search(line) for line in lines[boundary.start : boundary.behind]
    )
