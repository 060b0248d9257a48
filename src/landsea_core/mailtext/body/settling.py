"""Which of a mail's two wordings is believed: its plain text, or its page (HTML) as text.

Both are cut. Where the words cut from one are contained in those cut from the other, the shorter is believed, because then
only one of the two told where the quote began. Otherwise the plain text, unless it is only a pointer to the page.
"""

import re

from landsea_core.mailtext.body.choosing import Words
from landsea_core.mailtext.written.around import Around
from landsea_core.mailtext.written.cutting import Written, cut_newly_written
from landsea_core.mailtext.written.lines import count_letters, is_something

_POINTER = re.compile(
    r"(?:html|网页|網頁).{0,80}(?:view|client|viewer|format|compatible|格式|查看|显示|顯示)|"
    r"view (?:this|the) (?:e-?mail|message) in|"
    r"your (?:e-?mail )?client (?:does|cannot)",
    re.IGNORECASE,
)


def settle_words(words: Words, around: Around) -> tuple[Written, str]:
    """Return (what was newly written, the whole text that it was cut from)."""
    if not words.html.strip():
        return cut_newly_written(words.plain, around), words.plain
    if not words.plain.strip() or (_POINTER.search(words.plain[:300]) and count_letters(words.plain) < 200):
        return cut_newly_written(words.html, around), words.html
    plain, page = cut_newly_written(words.plain, around), cut_newly_written(words.html, around)
    bare_plain, bare_page = _bare(plain.text), _bare(page.text)
    if not is_something(page.text) or bare_plain == bare_page:
        return plain, words.plain
    if len(bare_plain) > len(bare_page) and bare_page in bare_plain and words.marks_quotes:
        return page, words.html
    if len(bare_plain) * 4 < len(bare_page) and not words.marks_quotes and bare_plain not in bare_page:
        return page, words.html
    return plain, words.plain


def _bare(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())
