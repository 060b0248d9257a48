"""A name that no place on record has, with the places whose names are most like it, or that several towns have."""

from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.sentences import Faulty, Named, Sentence


class UnknownPlace(Faulty):
    """A name nobody knows; `nearest` are the places whose names are most like it."""

    def __init__(self, said: str, nearest: tuple[NetworkPlace, ...], told: Sentence | None = None) -> None:
        if told is None and nearest:
            told = Sentence(
                "No place is known as '%(said)s'. Did you mean %(near)s?", said=said, near=list_names(nearest)
            )
        elif told is None:
            told = Sentence("No place is known as '%(said)s'. Give a code such as CNTJC, or a city's name.", said=said)
        super().__init__(told)
        self.said, self.nearest = said, nearest


class SeveralTowns(UnknownPlace):
    """A name that several towns of like size have; `nearest` are those towns, `cities` the city on record next to each."""

    def __init__(self, said: str, towns: tuple[tuple[NetworkPlace, NetworkPlace], ...]) -> None:
        self.cities = {town.code: city for town, city in towns}
        languages = {language for town, city in towns for language in {*town.names, *city.names}}

        def listed(language: str) -> str:
            return "; ".join(
                f"{town.names.get(language, town.name)} – {city.names.get(language, city.name)} ({town.code})"
                for town, city in towns
            )

        named = Named(listed("en"), {language: listed(language) for language in languages})
        told = Sentence("Several towns are called '%(said)s': %(near)s. Give the code of one.", said=said, near=named)
        super().__init__(said, tuple(town for town, _city in towns), told)


def list_names(places: tuple[NetworkPlace, ...]) -> Named:
    """Return the names of places with their codes, in every language that any of them has a name in."""

    def listed(language: str) -> str:
        return ", ".join(f"{place.names.get(language, place.name)} ({place.code})" for place in places)

    return Named(listed("en"), {language: listed(language) for place in places for language in place.names})
