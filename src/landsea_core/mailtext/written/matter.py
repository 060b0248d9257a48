"""Words of somebody else that are the matter: a forwarded mail, a quote that the person only points to, answers in a quote.

What one of our own mails says is never the matter, unless the person writes answers into it.
"""

from landsea_core.mailtext.reply_address import ANYWHERE
from landsea_core.mailtext.written.around import Around
from landsea_core.mailtext.written.boundaries import FORWARD, OURS, Boundary, drop_heads
from landsea_core.mailtext.written.ends import drop_ending
from landsea_core.mailtext.written.footers import is_footer
from landsea_core.mailtext.written.lines import (
    count_letters,
    is_quoted,
    split_into_lines,
    strip_quote_mark,
    trim_lines,
)
from landsea_core.mailtext.written.pointing_wordings import ANSWERS_INSIDE, POINTS_BELOW
from landsea_core.mailtext.written.quotes import find_lines_above_quotes, list_quoted_words
from landsea_core.mailtext.written.separators import find_kind_of_separator

_NEXT_TO_NOTHING, _SHORT, _NOT_LONG = 15, 120, 240
"""Letters of what a person newly wrote: so few say nothing of the matter, so few may only point to it."""


def find_words_behind(lines: list[str], boundary: Boundary, new: list[str], around: Around) -> list[str]:
    """Return the words behind the boundary that belong to the matter; none when they are only a quote."""
    said = "\n".join(new)
    answers_inside = bool(ANSWERS_INSIDE.search(said)) and count_letters(said) < _NOT_LONG
    if boundary.kind == OURS or (_is_ours(boundary, lines, around) and not answers_inside):
        return []
    if not (boundary.kind == FORWARD or answers_inside or _only_points(said, around)):
        return []
    words = lines[boundary.behind :]
    filled = [line for line in words if line.strip()]
    if filled and all(is_quoted(line) for line in filled):
        words = [strip_quote_mark(line) for line in words]
    return _told(words, around)


def find_words_in_quotes(lines: list[str], new: list[str], around: Around) -> list[str]:
    """Return the quoted words that belong to the matter; none when they are ours or the person wrote enough above them."""
    if not _only_points("\n".join(new), around):
        return []
    above = " ".join(lines[number] for number in sorted(find_lines_above_quotes(lines))).lower()
    words = list_quoted_words(lines)
    if any("@" + domain in above for domain in around.our_domains) or any(ANYWHERE.search(line) for line in words):
        return []
    return _told(words, around)


def _only_points(said: str, around: Around) -> bool:
    if around.answers_ours:
        return False
    count = count_letters(said)
    return count < _NEXT_TO_NOTHING or (count < _SHORT and bool(POINTS_BELOW.search(said)))


def _told(words: list[str], around: Around) -> list[str]:
    """Return somebody else's words without heads, footers, and what follows of our own."""
    plain = split_into_lines(drop_heads("\n".join(words)))
    end = next(
        (
            number
            for number, line in enumerate(plain)
            if find_kind_of_separator(line) == "ours" or ANYWHERE.search(line)
        ),
        len(plain),
    )
    return drop_ending(trim_lines([line for line in plain[:end] if not is_footer(line)]), around)


def _is_ours(boundary: Boundary, lines: list[str], around: Around) -> bool:
    """Say whether the mail behind the boundary is one of our own: its sender is in our domain."""
    told = boundary.sender.lower()
    return any("@" + domain in told for domain in around.our_domains) or any(
        ANYWHERE.search(line) for line in lines[boundary.start : boundary.behind]
    )
