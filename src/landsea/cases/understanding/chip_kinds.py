"""One chip for each kind of thing that was understood: how sure we are in words, the words of the text that led to it, and
the choices by confidence.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from landsea.base.ui.countries import name_country
from landsea.base.ui.times import date_words
from landsea.cases.labels import describe_confidence, name_language
from landsea.cases.understanding.meaning import DAY, NONE_FITS, Understood
from landsea.directory import access as directory_access
from landsea.directory.models.names import name_in
from landsea_core.caseflow import Lane
from landsea_core.text import Guess
from landsea_core.text.marking import Piece, highlight_phrases
from landsea_core.text.quality.corrections import (
    COUNTRY,
    GOODS,
    LANGUAGE,
    MATTER,
    PLACE,
    TOPIC,
    URGENCY,
)
from landsea_core.text.urgency import URGENT

MOST_CHOICES = 5


@dataclass(frozen=True)
class Choice:
    """Something else that may be meant: `value` goes into the field of the chip; `sure` in words, or empty; `about` says in a
    sentence what it stands for, or nothing.
    """

    value: str
    words: str
    sure: str = ""
    about: str = ""


@dataclass(frozen=True)
class ReadChip:
    """One thing that was understood. `sure` is empty for what the filer chose; `pieces` show the words that led to it.

    `field` is the name of the form's field that holds it; `none` what stands there when nothing fits, or empty where it is
    struck out instead; `listed` whether that field has a list to search, else anything may be written. `country`: where a place
    lies, in words; the filing is of that country while no other is chosen.
    """

    kind: str
    label: str
    words: str
    field: str
    sure: str = ""
    pieces: tuple[Piece, ...] = ()
    choices: tuple[Choice, ...] = ()
    none: str = ""
    listed: bool = False
    country: str = ""

    @property
    def can_be_struck(self) -> bool:
        """Whether "none of these" strikes the kind out: its field holds no such answer, and it was read from words."""
        return not self.none and bool(self.sure) and self.kind != LANGUAGE


def _confidence_if_guessed(understood: Understood, guess: Guess, *names: str) -> str:
    return describe_confidence(guess.confidence) if understood.guessed.intersection(names) else ""


def _highlighted_pieces(text: str, guess: Guess, sure: str) -> tuple[Piece, ...]:
    return tuple(highlight_phrases(text, guess.words)) if sure else ()


def _other_choices(guesses: Iterable[Guess], here: str, name, about=lambda guess: "") -> tuple[Choice, ...]:
    """Return the likeliest others that have a name, best first."""
    named = ((guess, name(guess)) for guess in guesses if guess.value != here)
    found = [
        Choice(guess.value, words, describe_confidence(guess.confidence), about(guess))
        for guess, words in named
        if words
    ]
    return tuple(found[:MOST_CHOICES])


def make_subject_chip(text, understood, found, language) -> ReadChip | None:
    matters = {
        matter.code: matter for topic in directory_access.list_topics_in_service() for matter in topic.matters.all()
    }
    kind, here = (MATTER, understood.matter.code) if understood.matter else (TOPIC, understood.topic)
    if not here:
        return None
    if kind == TOPIC:
        words = name_in(directory_access.find_topic_names([here]).get(here, {}), language) or here
    else:
        words = name_in(understood.matter.names, language)
    guess = found.guess(kind, here)
    sure = _confidence_if_guessed(understood, guess, MATTER, TOPIC)
    known = [guess for guess in found.guesses(MATTER) if guess.value in matters]
    choices = _other_choices(
        known,
        here,
        lambda one: name_in(matters[one.value].names, language),
        lambda one: name_in(matters[one.value].hint, language),
    )
    label = _("matter") if kind == MATTER else _("topic")
    return ReadChip(
        kind, label, words, "matter", sure, _highlighted_pieces(text, guess, sure), choices, NONE_FITS, listed=True
    )


def place_chip(text, understood, found, language) -> ReadChip | None:
    if not understood.place:
        return None
    guesses = found.guesses(PLACE)[: MOST_CHOICES + 1]
    known = directory_access.find_places(guess.value for guess in guesses)
    guess = found.guess(PLACE, understood.place.code)
    sure = _confidence_if_guessed(understood, guess, PLACE)

    def name(one: Guess) -> str:
        place = known.get(one.value)
        return f"{name_in(place.names, language)}, {name_country(place.country, language)}" if place else ""

    return ReadChip(
        PLACE,
        _("place"),
        name_in(understood.place.names, language),
        "place_text",
        sure,
        _highlighted_pieces(text, guess, sure),
        _other_choices(guesses, understood.place.code, name),
        country=name_country(understood.place.country, language),
    )


def make_country_chip(text, understood, found, language) -> ReadChip | None:
    if not understood.country:
        return None
    guess = found.guess(COUNTRY, understood.country)
    sure = _confidence_if_guessed(understood, guess, COUNTRY)
    choices = _other_choices(found.guesses(COUNTRY), understood.country, lambda one: name_country(one.value, language))
    words = name_country(understood.country, language)
    return ReadChip(
        COUNTRY, _("country"), words, "country", sure, _highlighted_pieces(text, guess, sure), choices, listed=True
    )


def make_goods_chip(text, understood, found, language) -> ReadChip | None:
    words = " ".join(part for part in (understood.goods, f"HS {understood.hs}" if understood.hs else "") if part)
    if not words:
        return None
    guess = found.guess(GOODS, understood.hs)
    sure = _confidence_if_guessed(understood, guess, GOODS) if understood.hs == guess.value and guess.words else ""
    others = [
        Choice(
            f"{one.detail} {write_dotted_code(one.value)}",
            f"{one.detail} {write_dotted_code(one.value)}",
            describe_confidence(one.confidence),
        )
        for one in found.guesses(GOODS)
        if one.value != understood.hs and one.words  # the nearest by meaning has none, and is no choice of a page
    ]
    return ReadChip(
        GOODS, _("goods"), words, "goods", sure, _highlighted_pieces(text, guess, sure), tuple(others[:MOST_CHOICES])
    )


def write_dotted_code(hs: str) -> str:
    """Return a code as it is printed: 081060 as 0810.60."""
    return f"{hs[:4]}.{hs[4:]}" if hs[4:] else hs


def make_day_chip(text, understood, found, language) -> ReadChip | None:
    began = understood.began(timezone.localdate())
    if began is None:
        return None
    day = date_words(began.first, language)
    words = _("began on %(day)s?") % {"day": day}
    choice = Choice(began.first.isoformat(), _("Yes: it happened on %(day)s") % {"day": day})
    pieces = tuple(highlight_phrases(text, (began.words,)))
    return ReadChip(DAY, "", words, "happened_on", describe_confidence(began.confidence), pieces, (choice,))


def make_urgency_chip(text, understood, found, language) -> ReadChip | None:
    if not understood.urgent_words:
        return None
    guess = found.guess(URGENCY, URGENT)
    words = _("sounds urgent: %(words)s") % {"words": ", ".join(understood.urgent_words)}
    choice = Choice(Lane.URGENT.value, _("Yes: it cannot wait, count in hours"))
    pieces = tuple(highlight_phrases(text, understood.urgent_words))
    return ReadChip(URGENCY, "", words, "lane", describe_confidence(guess.confidence), pieces, (choice,))


def make_language_chip(text, understood, found, language) -> ReadChip | None:
    if understood.written_in:
        return ReadChip(
            LANGUAGE, _("language"), name_language(understood.written_in, language), "written_in", listed=True
        )
    code, confidence = found.values.get(LANGUAGE, ("", 0.0))
    if not code:
        return None
    sure = describe_confidence(confidence)
    return ReadChip(LANGUAGE, _("language"), name_language(code, language), "written_in", sure, listed=True)
