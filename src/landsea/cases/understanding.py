"""What a filer's plain words mean: matter, place, country, goods, urgency. The only place of this app that asks the
core's readers. Everything is a suggestion: a field that the filer filled wins, and nothing here stops a filing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from landsea.directory import access as directory_access
from landsea.directory.asking import SURE_ENOUGH, hs_code
from landsea.directory.models import Matter, Place
from landsea.directory.search import find_places
from landsea_core.text import read_matters

NONE_FITS = "-"
"""What the filer chooses as matter when none of them fits: then the coordinator finds the desk."""
MOST_READ = 4000
"""Characters that are read for a suggestion; what happened stands at the beginning."""
MOST_GOODS = 200


@dataclass(frozen=True)
class Understood:
    """What was understood of a filing. `guessed` names what was read from words and not chosen; `other_places` could
    have been meant as well; `unknown_place` is what was typed and is no place we know.
    """

    matter: Matter | None = None
    place: Place | None = None
    country: str = ""
    goods: str = ""
    hs: str = ""
    guessed: frozenset[str] = frozenset()
    other_places: tuple[Place, ...] = ()
    unknown_place: str = ""

    @property
    def topic(self) -> str:
        """The topic of the matter; empty when no matter was understood."""
        return self.matter.topic_id if self.matter else ""


def understand(typed: Mapping[str, str]) -> Understood:
    """Return what the fields text, place_text, country, goods and matter mean; fields that are missing count as empty."""
    text, goods = typed.get("text", "")[:MOST_READ], typed.get("goods", "")[:MOST_GOODS]
    country, chosen = typed.get("country", ""), typed.get("matter", "")
    hs = hs_code(goods)
    place_text = typed.get("place_text", "")
    places = find_places(place_text, country) if place_text else ()
    matter, guessed = _matter(chosen, f"{text}\n{goods}", hs)
    return Understood(
        matter=matter,
        place=places[0] if places else None,
        country=country or (places[0].country if places else ""),
        goods=goods,
        hs=hs,
        guessed=frozenset({"matter"} if guessed else ()),
        other_places=tuple(places[1:4]),
        unknown_place="" if places else place_text,
    )


def _matter(chosen: str, words: str, hs: str) -> tuple[Matter | None, bool]:
    """Return the matter and whether it is a guess."""
    if chosen:
        return (None if chosen == NONE_FITS else directory_access.matter_with_code(chosen)), False
    for guess in read_matters(words, hs=hs) if words.strip() else ():
        if guess.confidence < SURE_ENOUGH:
            break
        if found := directory_access.matter_with_code(guess.value):
            return found, True
    return None, False
