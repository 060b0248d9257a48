"""The end of what somebody wrote: footers, a signature that is cut off, and disclaimers, in whatever order these stand."""

from landsea_core.mailtext.written.around import Around
from landsea_core.mailtext.written.disclaimers import drop_disclaimer
from landsea_core.mailtext.written.footers import drop_footers
from landsea_core.mailtext.written.lines import trim_lines
from landsea_core.mailtext.written.signatures import drop_signature

_MOST_ROUNDS = 6


def drop_ending(lines: list[str], around: Around) -> list[str]:
    """Return the lines without disclaimers, footers and a cut-off signature at their end, in whatever order these stand."""
    for _ in range(_MOST_ROUNDS):
        before = len(lines)
        lines = drop_footers(lines, around.sender, around.sender_name)
        lines = trim_lines(drop_signature(lines))
        lines = drop_disclaimer(lines)
        if len(lines) == before:
            break
    return trim_lines(lines)
