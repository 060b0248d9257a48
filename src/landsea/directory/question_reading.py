"""From what somebody typed to a question that routing can answer, and what was made of each part of it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from landsea.directory import access
from landsea.directory.models import Matter, Place
from landsea.directory.name_search import find_places
from landsea_core.routing import RoutingQuestion
from landsea_core.text import (
    Guess,
    read_countries,
    read_goods,
    read_matters,
    read_named_countries,
    read_places,
    read_topics,
)
from landsea_core.text.default_reader import renew_words
from landsea_core.text.evidence import TAKEN_FROM
from landsea_core.text.goods.open_chapters import find_open_goods

HS_CODE = re.compile(r"\d{2}(?:[\s.]?\d{2}){0,2}")
SURE_ENOUGH = 0.25
"""Below this confidence a matter read from words is not taken: the topic's desks are better than a wrong one."""
SIDES = 2
"""So many countries are asked about where none was taken, if they are together as likely as one would have to be."""


@dataclass(frozen=True)
class Understanding:
    """What was understood. `guessed` names what was read from words and not chosen (matter or topic, place, country, goods).
    `other_places` could have been meant as well. `unknown_place` and `unknown_goods` are what was typed and not
    understood. `sides` are the two likeliest countries where none is sure enough to be taken: which one has to act is asked.
    `open_goods` are the goods of several chapters that the words name where none is sure enough: which are meant is asked.
    """

    question: RoutingQuestion
    matter: Matter | None = None
    place: Place | None = None
    guessed: frozenset[str] = frozenset()
    other_places: tuple[Place, ...] = ()
    unknown_place: str = ""
    unknown_goods: str = ""
    sides: tuple[str, ...] = ()
    open_goods: tuple[Guess, ...] = ()


def understand_question(typed: dict, struck: Collection[str] = ()) -> Understanding:
    """Return what the cleaned fields of `WhoForm` mean. Chosen values win over what words seem to say; of the kinds in
    `struck` (place, country, goods) nothing is read from the words of `about`: somebody said that it is not meant. Of the words
    in `reads`, which are a page's and not the asker's, only the matter is read, where there are any.
    """
    renew_words()
    about, goods = typed["about"], typed["goods"]
    open_country = not typed["country"] and "country" not in struck
    read, sides = _country_meant(typed["place"], about, typed["filer_country"]) if open_country else ("", ())
    places = _likely_places(typed["place"], "" if "place" in struck else about, typed["country"])
    if read and typed["filer_country"] and not typed["place"]:
        places = [one for one in places if one.country == read] or places
    place = places[0] if places and not _is_either(places) else None
    country, sides = (typed["country"], ()) if typed["country"] else _settle_country(typed["place"], place, read, sides)
    named = "" if goods or "goods" in struck else about
    hs, open_goods = _goods_meant(goods, named)
    words = "\n".join([about, goods, *filter(None, [typed.get("reads")])])
    topic, matter, subject_guessed = _subject_meant(typed["matter"], words, hs)
    guesses = {
        "matter": subject_guessed and matter is not None,
        "topic": subject_guessed and matter is None,
        "place": place is not None and not typed["place"],
        "country": bool(country) and not typed["country"] and (place is None or country != place.country),
        "goods": bool(hs) and not find_hs_code(goods),
    }
    return Understanding(
        question=RoutingQuestion(
            topic=topic,
            matter=matter.code if matter else "",
            country=country,
            places=access.place_chain(place),
            hs=hs,
            direction=typed["direction"],
            filer_country=typed["filer_country"],
        ),
        matter=matter,
        place=place,
        guessed=frozenset(name for name, is_guess in guesses.items() if is_guess),
        other_places=tuple(places[1:4] if place else places[:4]),
        unknown_place="" if places else typed["place"],
        unknown_goods="" if hs else goods,
        sides=sides if place or not places else (),
        open_goods=open_goods,
    )


def _goods_meant(typed: str, named: str) -> tuple[str, tuple[Guess, ...]]:
    """Return the code of the goods that were `typed` as such, else of those that the words of `named` tell of; or, where these
    name goods of several chapters and none is sure enough, no code and what to ask about.
    """
    hs = find_hs_code(typed) or _first_value(read_goods(typed))
    if hs:
        return hs, ()
    guesses = read_goods(named)
    asked = find_open_goods(guesses)
    return ("", asked) if asked else (_first_value(guesses), ())


def find_hs_code(text: str) -> str:
    """Return the first code of two, four or six digits in a text, without dots; empty when there is none."""
    found = HS_CODE.search(text)
    return re.sub(r"\D", "", found.group()) if found else ""


def _likely_places(typed: str, about: str, country: str) -> Sequence[Place]:
    """Return the places that may be meant, best first: by name, else by the words people use for them."""
    if typed:
        return find_places(typed, country) or _places_of(read_places(typed), country)
    return _places_of(read_places(about), country)


def _places_of(guesses: Sequence[Guess], country: str) -> Sequence[Place]:
    known = access.find_places(guess.value for guess in guesses)
    found = [known[guess.value] for guess in guesses if guess.value in known]
    return [place for place in found if not country or place.country == country]


def _is_either(places: Sequence[Place]) -> bool:
    """True when the best two are the two sides of one border post, which only a country can tell apart."""
    return len(places) > 1 and places[0].country != places[1].country


def _country_meant(place: str, about: str, filer_country: str) -> tuple[str, tuple[str, ...]]:
    """Return the country that the answer to "where" names, whoever asks; else the one that the words tell of, or, where that is
    not sure enough, none and the two to ask about.
    """
    named = read_named_countries(place)
    if len(named) == 1:
        return named[0], ()
    guesses = read_countries(f"{place}\n{about}", filer_country)[:SIDES] if about.strip() else []
    if (
        guesses
        and guesses[0].confidence >= TAKEN_FROM
        and not _is_unnamed_beside_a_place(guesses[0], about, filer_country)
    ):
        return guesses[0].value, ()
    asked = len(guesses) == SIDES and sum(guess.confidence for guess in guesses) >= TAKEN_FROM
    return "", tuple(guess.value for guess in guesses) if asked else ()


def _is_unnamed_beside_a_place(guess: Guess, about: str, filer_country: str) -> bool:
    """Whether no words name this country, it is not the filer's own, and the words name a place of another one: nobody is
    sent from Myawaddy to an office in China because of a likeness of sentences.
    """
    if guess.words or guess.value == filer_country:
        return False
    of_places = {one.detail for one in read_places(about)}
    return bool(of_places) and guess.value not in of_places


def _settle_country(
    typed_place: str, place: Place | None, read: str, sides: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """Return the country that has to act, or none and the two to ask about, of where it happened and of what was `read`.

    A lorry may stand at Mohan while the office at home keeps its paper: a place in the words says where it stands, and who
    acts is read from all of them. A place that somebody typed as the answer to "where" says it.
    """
    if place is None:
        return read, sides
    if typed_place or not (read or sides):
        return place.country, ()
    return (read, ()) if read else ("", sides)


def _first_value(guesses: Sequence[Guess]) -> str:
    return guesses[0].value if guesses else ""


def _subject_meant(chosen: str, words: str, hs: str) -> tuple[str, Matter | None, bool]:
    """Return topic code, matter and whether they are guesses. `chosen` is a matter's or a topic's code, or empty.

    Without a matter that the words name, the topic they speak of is taken, and within it what the goods make likely.
    """
    matter = access.find_matter(chosen) if chosen else None
    if matter is not None:
        return matter.topic_id, matter, False
    if not words.strip():
        return chosen, None, False
    matter = _read_matter(words, chosen, hs)
    if matter is None and not chosen:
        topic = next((guess.value for guess in read_topics(words, hs) if guess.confidence >= TAKEN_FROM), "")
        matter = _read_matter(words, topic, hs) if topic else None
        return topic, matter, bool(topic)
    return (matter.topic_id if matter else chosen), matter, matter is not None


def _read_matter(words: str, topic: str, hs: str) -> Matter | None:
    guesses = read_matters(words, topic=topic, hs=hs)
    if not guesses or guesses[0].confidence < SURE_ENOUGH:
        return None
    return access.find_matter(guesses[0].value)
