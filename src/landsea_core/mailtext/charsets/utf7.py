"""UTF-7 that nobody declared: old mobile gateways write it under the name of ASCII.

It is looked for only in pure ASCII, and only believed when every run decodes into letters of the corridor's scripts: a
plus sign before a word is far more often a plus sign.
"""

import re

_RUN = re.compile(r"\+[A-Za-z0-9+/]{4,}-?")
_LETTERS = re.compile(
    "[\u00c0-\u024f\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1e00-\u1eff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+"
)


def decode_hidden_utf7(text: str) -> str:
    """Return the text with its UTF-7 runs read, or as it was when they are none.

    >>> decode_hidden_utf7("+ZednUGWZ-: 5"), decode_hidden_utf7("+65 0000 call me +tomorrow-")
    ('旧材料: 5', '+65 0000 call me +tomorrow-')
    """
    if "+" not in text or not text.isascii():
        return text
    runs = _RUN.findall(text)
    if not runs or not all(_reads(run) for run in runs):
        return text
    try:
        return text.encode("ascii").decode("utf-7")
    except UnicodeDecodeError:
        return text


def _reads(run: str) -> bool:
    try:
        return bool(_LETTERS.fullmatch(run.encode("ascii").decode("utf-7")))
    except UnicodeDecodeError:
        return False
