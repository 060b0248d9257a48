"""What a person newly wrote in a mail, cut out of all that stands around it. The chain, in order:

1. Take the warnings of a gateway off the top.
2. Find the first boundary: our marker or reply address, a separator, the head of another mail, an attribution. What stands
   above it is new, apart from lines with quote marks and the attribution right above these (answers written between the
   questions stay).
3. Take the signature, footers and disclaimers off the end.
4. Behind a boundary that begins a forwarded mail stand words that are the matter: they stay, without its head. So does a
   quote that is not ours when the person only pointed to it ("see below").
5. When next to nothing would remain, nothing is cut; but where a telephone's own lines are all there is, or papers came with
   nothing but a quote of ours, nobody wrote a word.
"""

import re
from dataclasses import dataclass, field

from landsea_core.mailtext.written.around import Around
from landsea_core.mailtext.written.banners import drop_banners
from landsea_core.mailtext.written.boundaries import find_first_boundary
from landsea_core.mailtext.written.ends import drop_ending
from landsea_core.mailtext.written.footers import drop_footers
from landsea_core.mailtext.written.lines import is_something, split_into_lines, trim_lines
from landsea_core.mailtext.written.matter import find_words_behind, find_words_in_quotes
from landsea_core.mailtext.written.pgp import drop_pgp
from landsea_core.mailtext.written.quotes import drop_quotes
from landsea_core.mailtext.written.separators import put_separators_apart
from landsea_core.sentences import Sentence

_CUT = Sentence("Quotes, markers or footers were cut off; the whole text is kept beside.")


@dataclass(frozen=True)
class Written:
    """The new words, and what was cut, in sentences."""

    text: str
    reasons: tuple[Sentence, ...] = field(default=())


def cut_newly_written(text: str, around: Around) -> Written:
    """Return the words that a person newly wrote.

    >>> quote = "On Mon, 2 Mar 2026 at 14:20, Desk <d@x.example> wrote:\\n> Is it there?"
    >>> cut_newly_written("Yes.\\n\\n" + quote, Around(answers_ours=True)).text
    'Yes.'
    """
    whole = drop_pgp(text)
    lines = drop_banners(split_into_lines(put_separators_apart(whole)))
    boundary = find_first_boundary(lines, subject_forwards=around.subject_forwards)
    above = lines[: boundary.start] if boundary else lines
    new = drop_ending(drop_quotes(above), around)
    behind = find_words_behind(lines, boundary, new, around) if boundary else find_words_in_quotes(lines, new, around)
    kept = trim_lines([*new, "", *behind] if behind else new)
    if not kept and _nobody_wrote(lines, around):
        return Written("", (_CUT,))
    if not is_something("\n".join(kept)):
        whole_words = _joined(trim_lines(split_into_lines(whole)))
        return Written(whole_words, (Sentence("Next to nothing would remain, so nothing was cut."),))
    reasons = []
    if behind:
        reasons.append(Sentence("The forwarded words are the matter and stay."))
    elif boundary or len(trim_lines(above)) > len(new):
        reasons.append(_CUT)
    return Written(_joined(kept), tuple(reasons))


def _nobody_wrote(lines: list[str], around: Around) -> bool:
    """Say whether a mail whose new words are none has none indeed, rather than that too much was taken for a quote."""
    if not drop_footers(lines, around.sender, around.sender_name):
        return True
    told = "\n".join(lines).lower()
    return around.has_papers and any("@" + domain in told for domain in around.our_domains)


def _joined(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
