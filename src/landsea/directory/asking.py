"""From what somebody typed to a question that routing can answer, and what was made of each part of it."""

import re
from dataclasses import dataclass

from landsea.directory import access
from landsea.directory.models import Matter, Place
from landsea.directory.search import find_places
from landsea_core.routing import Question
from landsea_core.text import read_matters

HS_CODE = re.compile(r"\d{2}(?:[\s.]?\d{2}){0,2}")
SURE_ENOUGH = 0.25
"""Below this confidence a matter read from words is not taken: the topic's desks are better than a wrong one."""


@dataclass(frozen=True)
class Understanding:
    """What was understood. `matter_guessed`: it was read from words and not chosen. `other_places` could have been meant
    as well. `unknown_place` and `unknown_goods` are what was typed and not understood.
    """

    question: Question
    matter: Matter | None = None
    matter_guessed: bool = False
    place: Place | None = None
    other_places: tuple[Place, ...] = ()
    unknown_place: str = ""
    unknown_goods: str = ""


def understand(typed: dict) -> Understanding:
    """Return what the cleaned fields of `WhoForm` mean. Chosen values win over what words seem to say."""
    places = find_places(typed["place"], typed["country"]) if typed["place"] else ()
    place = places[0] if places else None
    hs = hs_code(typed["goods"])
    topic, matter, guessed = _subject(typed["matter"], f"{typed['about']}\n{typed['goods']}", hs)
    return Understanding(
        question=Question(
            topic=topic,
            matter=matter.code if matter else "",
            country=typed["country"] or (place.country if place else ""),
            places=access.place_chain(place),
            hs=hs,
            direction=typed["direction"],
            filer_country=typed["filer_country"],
        ),
        matter=matter,
        matter_guessed=guessed,
        place=place,
        other_places=places[1:4],
        unknown_place="" if place else typed["place"],
        unknown_goods="" if hs else typed["goods"],
    )


def hs_code(text: str) -> str:
    """Return the first code of two, four or six digits in a text, without dots; empty when there is none."""
    found = HS_CODE.search(text)
    return re.sub(r"\D", "", found.group()) if found else ""


def _subject(chosen: str, words: str, hs: str) -> tuple[str, Matter | None, bool]:
    """Return topic code, matter and whether the matter is a guess. `chosen` is a matter's or a topic's code, or empty."""
    matter = access.matter_with_code(chosen) if chosen else None
    if matter is not None:
        return matter.topic_id, matter, False
    for guess in read_matters(words, topic=chosen, hs=hs) if words.strip() else ():
        found = access.matter_with_code(guess.value) if guess.confidence >= SURE_ENOUGH else None
        if found is not None:
            return found.topic_id, found, True
    return chosen, None, False
