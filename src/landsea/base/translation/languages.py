"""The languages that there are pages in, by the names that different tables give to them.

A page is in "zh-hans"; gettext's folder of it is zh_Hans; a row has what a thing is called in it under "zh".
"""

from collections.abc import Iterable

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import override, to_locale

from landsea_core.text.traditional import DERIVED
from landsea_core.translations import name_key

ENGLISH = "en"


def list_translated_languages() -> list[str]:
    """Return the languages of the pages besides English that everything is translated into."""
    return [code for code in list_written_languages() if code != ENGLISH]


def list_written_languages() -> list[str]:
    """Return the languages of the pages that somebody writes in; the others are made of these (`DERIVED`)."""
    return [code for code, _name in settings.LANGUAGES if code not in DERIVED]


def choose_written_language(code: str) -> str:
    """Return the language in which somebody writes who reads pages in this one: zh-hans for zh-hant, else itself."""
    return DERIVED.get(code, code)


def find_page_language(codes: Iterable[str]) -> str:
    """Return the language of the first of these codes that there are pages in, "zh" or "zh-hans" alike; English for none.

    >>> find_page_language(["th", "zh", "vi"])
    'zh-hans'
    """
    by_key = {name_key(code): code for code in list_written_languages()}
    return next((by_key[name_key(code)] for code in codes if name_key(code) in by_key), ENGLISH)


def list_catalogue_folders() -> list[str]:
    """Return gettext's names of the languages besides English: zh_Hans, vi, lo."""
    return [to_locale(code) for code in list_translated_languages()]


def say_in_all_languages(text: Promise) -> tuple[str, ...]:
    """Return a lazy text in each language of the pages, English first, and each wording once."""
    found = []
    for code, _name in settings.LANGUAGES:
        with override(code):
            found.append(str(text))
    return tuple(dict.fromkeys(found))
