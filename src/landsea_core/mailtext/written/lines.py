"""Small looks at one line that several cutters share: is it quoted, does it hold a time, an address, any letter at all."""

import re
import unicodedata

QUOTED = re.compile(r"^[ \t\u00a0]{0,3}(?:>|&gt;|\uff1e)")
ADDRESS = re.compile(r"[\w.+%=-]{1,80}@[\w-]+(?:\.[\w-]+)+")
TIME = re.compile(r"\d{1,2}\s?[:.\uff1a]\s?\d{2}|\d{1,2}\s?(?:\u65f6|\u9ede|\u70b9)\s?\d{0,2}")
YEAR = re.compile(r"(?:19|20|25)\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u2060\ufeff\u00ad"))
_QUOTE_MARK = re.compile(r"^[ \t\u00a0]{0,3}(?:>|&gt;|\uff1e)[ \u00a0]?")


def split_into_lines(text: str) -> list[str]:
    """Return the lines of a text without invisible marks, hard spaces made plain, ends trimmed."""
    return [line.replace("\u00a0", " ").rstrip() for line in text.translate(_INVISIBLE).split("\n")]


def is_quoted(line: str) -> bool:
    """Say whether a line carries a quote mark."""
    return bool(QUOTED.match(line))


def strip_quote_mark(line: str) -> str:
    """Return a line without its first quote mark."""
    return _QUOTE_MARK.sub("", line, count=1)


def use_western_digits(text: str) -> str:
    """Return a text with the digits of every script as 0 to 9: `၂၀၂၆` is `2026`."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if not c.isascii() and c.isdecimal() else c for c in text)


def tells_time(text: str) -> bool:
    """Say whether a line holds a time of the day and a year or a short date, in the digits of any script."""
    plain = use_western_digits(text)
    return bool(TIME.search(plain) and (YEAR.search(plain) or ":" in plain))


def count_letters(text: str) -> int:
    """Count letters and digits: what would remain of a text apart from marks and spaces."""
    return sum(1 for character in text if character.isalnum())


_TINY_ANSWERS = frozenset({"ok", "no", "ya", "是", "否", "好", "行", "可", "对", "對", "无", "無", "有", "ừ", "có"})
_LEAST = 3


def is_something(text: str) -> bool:
    """Say whether a text is long enough to be what somebody wrote: three characters, two of a script without letters, or "OK".

    >>> is_something("收到。"), is_something("OK"), is_something(">"), is_something("a.")
    (True, True, False, False)
    """
    bare = "".join(text.split())
    said = "".join(character for character in bare if character.isalnum())
    weight = sum(1 if ord(character) < 0x300 else 2 for character in said)
    return said.lower() in _TINY_ANSWERS or (
        bool(said) and (weight >= _LEAST or (weight == _LEAST - 1 and len(bare) > _LEAST))
    )


def trim_lines(lines: list[str]) -> list[str]:
    """Return lines without blank ones and without bare rules at both ends."""
    start, end = 0, len(lines)
    while start < end and is_bare(lines[start]):
        start += 1
    while end > start and is_bare(lines[end - 1]):
        end -= 1
    return lines[start:end]


def is_bare(line: str) -> bool:
    """Say whether a line holds nothing but spaces, or a rule of dashes, underscores, stars, bars."""
    return not line.strip(" \t-_=*|\u2014\u2500\u2501~#")
