"""Words of somebody in the reader's language, with the original one press away, and the press that offers a translation."""

from typing import Any

from django import template
from django.template import Context

from landsea.base.actors import ANONYMOUS
from landsea.base.ui.addresses import address_of
from landsea.base.ui.shapes import Text
from landsea.base.ui.translated_words import Original, find_translations, may_translate

register = template.Library()


@register.simple_tag
def translation_of(kind: str, key: object, text: str, language: str) -> Text | None:
    """What these words say in the reader's language; None where they are in it, or nobody translated them."""
    original = Original(kind, str(key), text, language)
    return find_translations([original]).get(original)


@register.inclusion_tag("ui/parts/own_language.html", takes_context=True)
def in_own_language(context: Context, kind: str, key: object, text: str, language: str) -> dict[str, Any]:
    """Words in the reader's language, or as they were written. A page with many finds all at once and includes the part."""
    said = translation_of(kind, key, text, language)
    return {"text": text, "language": language, "said": said, "offered": where_to_translate(context, kind, key)}


@register.simple_tag(takes_context=True)
def where_to_translate(context: Context, kind: str, key: object) -> str:
    """The page where this reader may offer a translation of these words, by their account, or as the filer of the case whose
    number is `translates_in`; empty where they may not, or where words have no kind.
    """
    case = context.get("translates_in")
    if not kind or not offers_translation(context):
        return ""
    return address_of("mailbox_translate", case, kind, str(key)) if case else address_of("translate", kind, str(key))


@register.simple_tag(takes_context=True)
def offers_translation(context: Context) -> bool:
    """Whether this reader may offer translations at all."""
    request = context.get("request")
    return bool(context.get("translates_in")) or may_translate(getattr(request, "actor", ANONYMOUS))
