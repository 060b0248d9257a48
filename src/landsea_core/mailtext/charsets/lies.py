"""The table of lies: names of character sets that programs write, and the sets that they really use.

Sources: WHATWG Encoding Standard (gb2312 and gbk are read as gb18030, tis-620 as windows-874, latin-1 as windows-1252),
and mails of the corridor's programs: Foxmail and QQ write GB2312 over characters that only gb18030 holds, Hong Kong writes
Big5 over HKSCS, Thai programs write TIS-620 over the curly quotes of windows-874.
"""

import codecs

_TRUTH = {
    "gb18030": (
        "gb2312",
        "gb_2312-80",
        "gb2312-80",
        "gbk",
        "x-gbk",
        "cp936",
        "ms936",
        "windows-936",
        "euc-cn",
        "csgb2312",
    ),
    "big5hkscs": ("big5", "big-5", "x-x-big5", "cn-big5", "csbig5", "big5-hkscs", "cp950", "windows-950"),
    "cp874": ("tis-620", "tis620", "iso-8859-11", "windows-874", "x-windows-874", "ibm874", "dos-874", "thai"),
    "cp1258": ("windows-1258", "x-cp1258", "viet", "vietnamese"),
    "cp1252": ("iso-8859-1", "latin1", "latin-1", "iso8859-1", "iso_8859-1", "l1", "windows-1252", "cp819"),
    "utf-8": ("utf8", "utf_8", "utf-8-sig", "utf8mb4", "unicode-1-1-utf-8", "utf-8n", "cp65001", "x-utf-8"),
    "utf-7": ("utf7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7", "csunicode11utf7"),
    "hz": ("hz-gb-2312", "hz-gb", "hzgb"),
    "cp932": ("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j"),
    "cp949": ("ks_c_5601-1987", "ks_c_5601", "euc-kr", "windows-949", "ksc5601"),
}
_HONEST = {lie: truth for truth, lies in _TRUTH.items() for lie in (truth, *lies)}
_SAYS_NOTHING = frozenset(
    {"", "us-ascii", "ascii", "unknown-8bit", "x-unknown", "unknown", "8bit", "7bit", "binary", "default"}
)
_NO_TEXT = frozenset(
    {"base64", "bz2", "hex", "quopri", "rot13", "uu", "zlib", "unicode-escape", "raw-unicode-escape", "undefined"}
)
"""Codecs of Python that turn bytes into something other than what somebody wrote, or never end well."""
SINGLE_BYTE = frozenset({"cp1252", "cp1258", "cp874"})
"""Sets that read any bytes as some letters: that they could be decoded proves nothing."""


def find_honest_name(declared: str) -> str:
    """Return Python's name of the set that is really meant, or an empty string when the name says nothing.

    >>> find_honest_name("GB2312"), find_honest_name(" x-unknown"), find_honest_name("koi8-r")
    ('gb18030', '', 'koi8-r')
    """
    name = declared.strip().strip("\"'").strip().lower().split("*")[0].replace(" ", "-")
    if name in _SAYS_NOTHING:
        return ""
    if name in _HONEST:
        return _HONEST[name]
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError, UnicodeError):
        return ""
    return "" if found.replace("_", "-") in _NO_TEXT or found in _NO_TEXT else _HONEST.get(found, found)
