"""Places and returns of public facts ("every year in September") in the reader's language.

The files `exchange_words/LANGUAGE.jsonl` of the reference folder are kept like those of rules and read once a process.
"""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language

from landsea.exchange.models import Listing
from landsea_core.wordings import Wordings

FOLDER = "exchange_words"


def phrase_in_words(listing: Listing, words: str) -> str:
    """Words of a public fact in the language of now, English where they have no row; what people typed stays as it is."""
    return (listing.code and _read_wordings().said(words, get_language() or "en")) or words


@cache
def _read_wordings() -> Wordings:
    return Wordings.load(Path(settings.REFERENCE), FOLDER)
