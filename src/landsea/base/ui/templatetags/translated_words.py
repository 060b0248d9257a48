"""Words of somebody in the reader's language, with the original one press away, and the press that offers a translation."""

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from landsea.base.actors import ANONYMOUS
from landsea.base.ui.addresses import find_address
from landsea.base.ui.shapes import Text
from landsea.base.ui.translated_words import Original, find_translations, may_translate

register = template.Library()


@register.simple_tag
def translation_of(kind: str, key: object, text: str, language: str) -> Text | None:
    """What these words say in the reader's language; None where they are in it, or nobody translated them."""
    original = Original(kind, str(key), text, language)
    return find_translations([original]).get(original)


@register.simple_tag(takes_context=True)
def in_own_language(context: Context, kind: str, key: object, text: str, language: str) -> SafeString:
    """Words in the reader's language, or as they were written. A page with many finds all at once and draws `own_language`."""
    said = translation_of(kind, key, text, language)
    return own_language(text, language, said, where_to_translate(context, kind, key))


@register.simple_tag
def own_language(text: str, language: str, said: Text | None, offered: str = "", opens: bool = False) -> SafeString:
    """Words as somebody `said` them in the reader's language, with the original one press away (`opens`: it stands open), or
    as they were written; `offered` is the page where the reader may translate them. Drawn here and not by a template: a page
    has them for each of its messages.
    """
    written = format_html('<div class="message-text"{} dir="auto">{}</div>', _in_language(language), text)
    if not said:
        press = format_html(
            '<p class="source unprinted"><a href="{}">{}</a></p>', offered, gettext("Offer a translation")
        )
        return format_html("{}{}", written, press) if offered else written
    better = format_html(' · <a href="{}">{}</a>', offered, gettext("Translate it better")) if offered else ""
    return format_html(
        '<div class="message-text" lang="{}" dir="auto">{}</div><p class="source">{}{}</p>'
        "<details{}><summary>{}</summary>{}</details>",
        said.language,
        said.text,
        said.source,
        better,
        " open" if opens else "",
        gettext("As written"),
        written,
    )


def _in_language(language: str) -> SafeString:
    return format_html(' lang="{}"', language) if language else SafeString()


@register.simple_tag(takes_context=True)
def where_to_translate(context: Context, kind: str, key: object) -> str:
    """The page where this reader may offer a translation of these words, by their account, or as the filer of the case whose
    number is `translates_in`; empty where they may not, or where words have no kind.
    """
    case = context.get("translates_in")
    if not kind or not offers_translation(context):
        return ""
    return (
        find_address("mailbox_translate", case, kind, str(key)) if case else find_address("translate", kind, str(key))
    )


@register.simple_tag(takes_context=True)
def offers_translation(context: Context) -> bool:
    """Whether this reader may offer translations at all."""
    request = context.get("request")
    return bool(context.get("translates_in")) or may_translate(getattr(request, "actor", ANONYMOUS))
