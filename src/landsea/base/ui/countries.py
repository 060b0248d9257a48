"""The twelve countries of the corridor, named in the reader's language from CLDR (no Tetum there)."""

from functools import lru_cache

from landsea.base.ui.times import locale_of

CORRIDOR = ("CN", "BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN")
SAID_OTHERWISE = {"fil": {"CN": "Tsina", "MM": "Myanmar"}}
"""Where our own texts call a country otherwise than CLDR does in that language."""


@lru_cache(maxsize=32)
def country_options(language: str) -> tuple[tuple[str, str], ...]:
    """Return (code, name) of the twelve, in alphabetical order of the names."""
    names = {code: country_name(code, language) for code in CORRIDOR}
    return tuple(sorted(names.items(), key=lambda pair: pair[1]))


def country_name(code: str, language: str) -> str:
    """Return a country's name in a language; the code itself where CLDR has none."""
    return SAID_OTHERWISE.get(language, {}).get(code) or str(locale_of(language).territories.get(code, code))
