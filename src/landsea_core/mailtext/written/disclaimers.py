"""Clearly marked disclaimers: paragraphs under a mail that speak of the mail itself, by their title or by their first words.

A paragraph is one when it is entitled so ("DISCLAIMER:", "免责声明："), or when it begins with "this mail" in any of the
languages and goes on about confidence and the one it is meant for. From there on nothing was written by the person.
"""

from landsea_core.mailtext.written.disclaimer_wordings import BEGINS, IN_BRACKETS, SPEAKS_OF, TITLES

_READ, _READ_LINES = 900, 40
"""Letters and lines of a paragraph from which it is told."""
_MOST_ENTITLED = 20
"""Lines with a title that are looked at: a mail of ten thousand is none that a firm's server wrote a disclaimer under."""


def is_disclaimer(paragraph: str) -> bool:
    """Say whether a disclaimer begins with this paragraph.

    >>> is_disclaimer("本邮件含有保密信息，仅限收件人使用。"), is_disclaimer("This email confirms that truck 5 has left.")
    (True, False)
    >>> is_disclaimer("【保密声明】本邮件仅限收件人使用。"), is_disclaimer("【声明】我司从未申报过该批货物。")
    (True, False)
    """
    if TITLES.match(paragraph):
        return len(paragraph) > 30 or not paragraph.rstrip().endswith(("?", "？"))
    entitled = IN_BRACKETS.match(paragraph)
    if entitled:
        said = paragraph[entitled.end() : entitled.end() + _READ]
        return bool(BEGINS.match(said) or SPEAKS_OF.search(said))
    if not BEGINS.match(paragraph):
        return False
    spoken_of = {hit.lower() for hit in SPEAKS_OF.findall(paragraph[:_READ])}
    return len(spoken_of) >= 2 or (len(paragraph) < 160 and bool(spoken_of))


def drop_disclaimer(lines: list[str]) -> list[str]:
    """Return the lines up to the first disclaimer; all of them when it would leave nothing."""
    start = entitled = 0
    while start < len(lines) and entitled < _MOST_ENTITLED:
        is_entitled = _is_entitled(lines[start])
        entitled += is_entitled
        if lines[start].strip() and (start == 0 or not lines[start - 1].strip() or is_entitled):
            end = start
            while end < min(len(lines), start + _READ_LINES) and lines[end].strip():
                end += 1
            if is_disclaimer(" ".join(line.strip() for line in lines[start:end])):
                return lines[:start] if any(line.strip() for line in lines[:start]) else lines
        start += 1
    return lines


def _is_entitled(line: str) -> bool:
    return bool(TITLES.match(line) or IN_BRACKETS.match(line))
