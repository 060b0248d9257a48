"""Places and returns of public facts ("every year in September") in the reader's language."""

from landsea.base.translation.reference_texts import say_text
from landsea.exchange.models import Listing


def say_phrase(listing: Listing, words: str) -> str:
    """Words of a public fact in the language of now, English where they have no row; what people typed stays as it is."""
    return say_text("exchange", words) if listing.code else words
