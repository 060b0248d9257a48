"""The twelve countries of the corridor, named in the reader's language from CLDR (no Tetum there)."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError

CORRIDOR = ("CN", "BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN")
_TAGS = {"zh-hans": "zh_Hans", "zh": "zh_Hans"}


@lru_cache(maxsize=32)
def country_options(language: str) -> tuple[tuple[str, str], ...]:
    """Return (code, name) of the twelve, in alphabetical order of the names."""
    names = {code: country_name(code, language) for code in CORRIDOR}
    return tuple(sorted(names.items(), key=lambda pair: pair[1]))


def country_name(code: str, language: str) -> str:
    """Return a country's name in a language; the code itself where CLDR has none."""
    try:
        locale = Locale.parse(_TAGS.get(language, language.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return str(locale.territories.get(code, code))
