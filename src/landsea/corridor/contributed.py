"""What rooms above contribute to plans: troubles that many share at a place or in a country."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from landsea.base.contributions import Slot


@dataclass(frozen=True)
class Trouble:
    """An open barrier as a plan needs it: number, titles by language, matter, HS chapter (or empty), place code (or empty),
    country (or empty), and whether a demonstration invented it.
    """

    pk: int
    titles: Mapping[str, str]
    matter: str
    chapter: str
    place: str
    country: str
    is_demo: bool = False


TROUBLES: Slot[Callable[[], Iterable[Trouble]]] = Slot("troubles that a plan warns of")
