"""Cards: parts of a page that rooms above contribute to a page below, by the page's own name for the place.

A page says `{% cards "case" case=case %}`; whoever has something to show there registers a function that takes the
template's context and the page's facts, and returns HTML, or an empty text where there is nothing to show.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from landsea.base.contributions import Slot

Card = Callable[..., str]
_PLACES: dict[str, Slot[Card]] = defaultdict(lambda: Slot("cards of a page"))


def card(place: str, *, order: int) -> Callable[[Card], Card]:
    """Register a function as a card at this place of a page; smaller `order` stands first."""

    def register(draw: Card) -> Card:
        _PLACES[place].put(draw, order=order)
        return draw

    return register


def draw_cards(place: str, context: Any, facts: dict[str, Any]) -> list[str]:
    """Return the HTML of the cards at this place, in order, without the empty ones."""
    return [html for draw in _PLACES[place] if (html := draw(context, **facts)).strip()]
