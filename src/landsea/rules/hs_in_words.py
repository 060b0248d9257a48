"""What codes of HS 2022 are called in the reader's language: the 96 chapters by `data/reference/chapters.jsonl` and its
translations, goods by the glossary of the corridor; what has neither is told by its chapter, a heading of four digits by the
goods in it that the glossary has as well.
"""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsea.base.translation.reference_texts import find_text
from landsea.rules.hs import name_goods, read_hs_names
from landsea_core.text.default_reader import find_goods_name, find_goods_under

_ENGLISH = "en"


def say_code(code: str) -> str:
    """Return what a code is called in the language of now; "" when there is no such code.

    In Thai 081060 is "ทุเรียน", by the corridor's glossary; 7201, of which that has no goods, is said to be of chapter 72,
    with the chapter's name, and 0810 to be of chapter 08, such as durian, longan.
    """
    language, english = get_language() or _ENGLISH, name_goods(code)
    if language == _ENGLISH or not english:
        return english
    ours = find_goods_name(code[:6], language)
    if ours and ours != find_goods_name(code[:6], _ENGLISH):
        return ours
    chapter = find_text("chapters", read_hs_names().get(code[:2], ""))
    if chapter is None:
        return english
    if len(code) == len("09"):
        return chapter
    goods = find_goods_under(code, language) if len(code) == len("0810") else ""
    if goods:
        return _("of chapter %(chapter)s: %(name)s, such as %(goods)s") % {
            "chapter": code[:2],
            "name": chapter,
            "goods": goods,
        }
    return _("of chapter %(chapter)s: %(name)s") % {"chapter": code[:2], "name": chapter}
