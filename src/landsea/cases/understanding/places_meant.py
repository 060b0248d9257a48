"""Which places may be meant by what a filer wrote under "where", and which side has to act where the words leave it open, as
buttons; and what a pressed one puts into the form.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from landsea.base.ui.countries import name_country
from landsea.cases.understanding.meaning import Understood
from landsea.directory import access as directory_access
from landsea.directory.models import Place
from landsea.directory.models.names import name_in
from landsea.directory.name_search import find_nearest_places, find_places

SIDE_LETTERS = 2
"""A country's code has so many letters, a place's more."""
MOST_ELSEWHERE = 4
"""Places of another country that are offered where the one that was named has none of that name."""


@dataclass(frozen=True)
class PlaceChoice:
    """A place that may be meant: its code, its name, its country as code and in words. A side has the code of its country and
    the place as it was typed.
    """

    code: str
    name: str
    country: str
    words: str


@dataclass(frozen=True)
class PlacesMeant:
    """What is said of a place that is not sure, and the places to choose from; nothing where there is no doubt."""

    sentence: str = ""
    choices: tuple[PlaceChoice, ...] = ()


def find_places_meant(understood: Understood, typed_place: str, typed_country: str, language: str) -> PlacesMeant:
    """Return what to say of the place of a filing: which of two is meant, or what we know that is called much alike."""
    typed = typed_place.strip()
    others = understood.other_places
    if others and not understood.place:
        names = typed or ", ".join(dict.fromkeys(name_in(place.names, language) for place in others))
        return PlacesMeant(
            _("“%(typed)s” may be one of several places. Which one do you mean?") % {"typed": names},
            _choices(others, language),
        )
    if others and typed:
        here = _words_of(understood.place, language)
        return PlacesMeant(
            _("We take it for %(place)s. Is it another one?") % {"place": here}, _choices(others, language)
        )
    sides = tuple(PlaceChoice(code, typed, code, name_country(code, language)) for code in understood.sides)
    which_side = _("Your words leave open which side has to act. Which one is it?") if sides else ""
    elsewhere = find_places(understood.unknown_place) if understood.unknown_place and typed_country else ()
    if elsewhere:
        sentence = _(
            "“%(typed)s” is in another country than %(country)s, as far as we know. Do you mean this place?"
        ) % {
            "typed": understood.unknown_place,
            "country": name_country(typed_country, language),
        }
        return PlacesMeant(sentence, _choices(elsewhere[:MOST_ELSEWHERE], language))
    if understood.unknown_place:
        nearest = find_nearest_places(understood.unknown_place, typed_country)
        sentence = _("We know no place called “%(typed)s”. The desk reads it as you wrote it.") % {
            "typed": understood.unknown_place
        }
        or_these = _("Do you mean one of these?") if nearest else ""
        said = " ".join(filter(None, (sentence, or_these, which_side)))
        return PlacesMeant(said, _choices(nearest, language) + sides)
    return PlacesMeant(which_side, sides)


def set_place_meant(typed: Mapping[str, str], language: str) -> dict[str, str]:
    """Return the fields with the place whose button was pressed (`meant`), as if its name had been written, or with the country
    of a side, as if it had been chosen.
    """
    if len(typed.get("meant", "")) == SIDE_LETTERS:
        return {**typed, "country": typed["meant"]}
    place = directory_access.find_place(typed["meant"]) if typed.get("meant") else None
    if place is None:
        return dict(typed)
    struck = " ".join(one for one in typed.get("struck", "").split() if one != "place")
    return {**typed, "place_text": name_in(place.names, language), "country": place.country, "struck": struck}


def _choices(places: tuple[Place, ...], language: str) -> tuple[PlaceChoice, ...]:
    return tuple(
        PlaceChoice(one.code, name_in(one.names, language), one.country, _words_of(one, language)) for one in places
    )


def _words_of(place: Place, language: str) -> str:
    return f"{name_in(place.names, language)}, {name_country(place.country, language)}"
