"""Messages of a case as pieces of its page: by functions, since a page has twenty; by templates what few of them have."""

from functools import cache

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsea.base.ui.shapes import Message
from landsea.base.ui.symbols import draw_symbol
from landsea.base.ui.templatetags.translated_words import own_language


def draw_message(message: Message, *, when: SafeString, offered: str) -> SafeString:
    """Return a message; `when` is its moment as drawn, `offered` the page where its reader may translate it, or empty."""
    return format_html(
        '<article class="message {}">\n{}\n'
        '<div class="message-head"><strong dir="auto">{}</strong>{}<span class="soft">{}</span></div>\n{}{}\n{}</article>\n',
        message.audience,
        _draw_audience(message.audience, get_language(), settings.STATIC_URL),
        message.sender,
        format_html('<span class="soft">{}</span>', message.role) if message.role else "",
        when,
        format_html('<p class="message-act">{}</p>\n', message.happened) if message.happened else "",
        _draw_words(message, offered),
        _draw_rest(message),
    )


def _draw_words(message: Message, offered: str) -> SafeString:
    """Return what it says: a sentence of the phrasebook in the reader's language, or its own words."""
    if message.in_book:
        return render_to_string("ui/parts/message_in_book.html", {"message": message})
    original = message.original
    words = own_language(original.text, original.language, message.translation, offered)
    return format_html('<div class="message-texts"><div>{}</div></div>', words)


def _draw_rest(message: Message) -> SafeString | str:
    """Return the rules that it relies on and its papers."""
    return (
        render_to_string("ui/parts/message_rest.html", {"message": message}) if message.cites or message.files else ""
    )


@cache
def _draw_audience(audience: str, language: str, files_at: str) -> SafeString:
    """Return the line that says to whom a message goes, with its mark."""
    mark, words = {
        "offices": ("lock", _("Offices only: the filer does not see this")),
        "ourselves": ("note", _("Note to ourselves: only this desk sees this")),
        "all": ("everyone", _("To all sides")),
    }[audience]
    return format_html('<p class="message-kind">{}{}</p>', draw_symbol(mark), words)
