"""A name that no place on record has, with the places whose names are most like it."""

from landsea_core.planner.network.place_rows import NetworkPlace
from landsea_core.sentences import Faulty, Named, Sentence


class UnknownPlace(Faulty):
    """A name nobody knows; `nearest` are the places whose names are most like it."""

    def __init__(self, said: str, nearest: tuple[NetworkPlace, ...]) -> None:
        if nearest:
            told = Sentence(
                "No place is known as '%(said)s'. Did you mean %(near)s?", said=said, near=list_names(nearest)
            )
        else:
            told = Sentence("No place is known as '%(said)s'. Give a code such as CNTJC, or a city's name.", said=said)
        super().__init__(told)
        self.said, self.nearest = said, nearest


def list_names(places: tuple[NetworkPlace, ...]) -> Named:
    """Return the names of places with their codes, in every language that any of them has a name in."""

    def listed(language: str) -> str:
        return ", ".join(f"{place.names.get(language, place.name)} ({place.code})" for place in places)

    return Named(listed("en"), {language: listed(language) for place in places for language in place.names})
