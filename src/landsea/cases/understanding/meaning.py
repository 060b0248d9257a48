"""What a filer's plain words mean: matter, place, country, goods, urgency. The directory's page "who answers" asks the same
function, so that both name the same desk. Everything is a suggestion: a field that the filer filled wins, and nothing
here stops a filing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from landsea.base.ui.page_subjects import find_page_subject
from landsea.directory import question_reading
from landsea.directory.models import Matter, Place
from landsea_core.text import Guess, fold_spelling, read_beginning, read_goods, read_urgency
from landsea_core.text.days import When
from landsea_core.text.quality.corrections import (
    COUNTRY,
    GOODS,
    PLACE,
    URGENCY,
)
from landsea_core.text.urgency import URGENT

NONE_FITS = "-"
"""What the filer chooses as matter when none of them fits: then the coordinator finds the desk."""
DAY = "day"
"""The chip of the day on which it began; whoever strikes it out leaves the day open."""
STRIKABLE = frozenset({PLACE, COUNTRY, GOODS, URGENCY, DAY})
"""What the filer can strike out of what was read; a matter that does not fit is answered by `NONE_FITS`."""
MOST_READ = 4000
"""Characters that are read for a suggestion; what happened stands at the beginning."""
MOST_GOODS = 200
CLEAR = 0.5
"""Days read with less confidence are not offered: a length of time that may be a term and no wait."""


@dataclass(frozen=True)
class Understood:
    """What was understood of a filing. `guessed` names what was read from words and not chosen: matter, topic, place,
    country, goods. `other_places` could have been meant as well; `unknown_place` is what was typed and is no place we
    know; `sides` the two countries of which one has to act, where neither is sure; `open_goods` what may be the goods, where
    none is sure. `written_in` is the language that was chosen, empty when it is read; `happened_on` the day that was typed.
    `text` is what was read, `struck` what the filer struck out.
    """

    topic: str = ""
    matter: Matter | None = None
    place: Place | None = None
    country: str = ""
    goods: str = ""
    hs: str = ""
    guessed: frozenset[str] = frozenset()
    other_places: tuple[Place, ...] = ()
    unknown_place: str = ""
    sides: tuple[str, ...] = ()
    open_goods: tuple[Guess, ...] = ()
    written_in: str = ""
    happened_on: str = ""
    text: str = field(default="", repr=False)
    struck: frozenset[str] = frozenset()

    @property
    def matter_code(self) -> str:
        """The code of the matter; empty when none was understood."""
        return self.matter.code if self.matter else ""

    @property
    def place_code(self) -> str:
        """The code of the place; empty when none was understood."""
        return self.place.code if self.place else ""

    @cached_property
    def urgent_words(self) -> tuple[str, ...]:
        """What sounds as if it could not wait, empty when nothing does; read when somebody asks, since nothing is routed by
        it.
        """
        if URGENCY in self.struck:
            return ()
        words = f"{self.text}\n{_named_goods(self.goods)}"  # what spoils may be named in its own field alone
        urgency = read_urgency(words)
        if urgency.value != URGENT:
            return ()
        written = fold_spelling(words)
        own = tuple(
            words for words in urgency.words if fold_spelling(words) in written
        )  # goods are named in English else
        return own or urgency.words

    def began(self, today: date) -> When | None:
        """Return the day on which it seems to have begun, where none was typed and the words say it clearly enough."""
        if self.happened_on or DAY in self.struck:
            return None
        found = read_beginning(self.text, today)
        return found if found and found.confidence >= CLEAR else None

    def happened(self, today: date) -> date | None:
        """Return the day that was typed, else the one on which it seems to have begun; None where neither is clear."""
        if self.happened_on:
            return date.fromisoformat(self.happened_on)
        found = self.began(today)
        return found.first if found and found.first <= today else None


def find_struck(typed: Mapping[str, str]) -> frozenset[str]:
    """Return the kinds of which the filer said that none of what was read is meant."""
    return STRIKABLE.intersection(typed.get("struck", "").split())


def understand_filing(typed: Mapping[str, str]) -> Understood:
    """Return what the fields text, place_text, country, goods, matter, filer_country, about_page and struck mean; missing
    ones are empty.
    """
    text, goods = typed.get("text", "")[:MOST_READ], typed.get("goods", "")[:MOST_GOODS]
    chosen, struck = typed.get("matter", ""), find_struck(typed)
    found = question_reading.understand_question(
        {
            "about": text,
            "reads": _words_of_page(typed.get("about_page", "")),
            "place": typed.get("place_text", "")[:MOST_GOODS],
            "goods": goods,
            "country": typed.get("country", ""),
            "filer_country": typed.get("filer_country", ""),
            "matter": "" if chosen == NONE_FITS else chosen,
            "direction": "",
        },
        struck,
    )
    fits = chosen != NONE_FITS
    return Understood(
        topic=found.question.topic if fits else "",
        matter=found.matter if fits else None,
        place=found.place,
        country=found.question.country,
        goods=goods or (_named_goods(text) if found.question.hs else ""),
        hs=found.question.hs,
        guessed=found.guessed if fits else found.guessed - {"matter", "topic"},
        other_places=found.other_places,
        unknown_place=found.unknown_place,
        sides=found.sides,
        open_goods=found.open_goods,
        written_in=typed.get("written_in", ""),
        happened_on=str(typed.get("happened_on") or ""),
        text=text,
        struck=struck,
    )


def _words_of_page(about_page: str) -> str:
    """Return what the page that a form was opened from calls its subject, where its words help to read the matter."""
    page = find_page_subject(about_page)
    return page.reads if page else ""


def _named_goods(text: str) -> str:
    """Return the filer's own word for the goods that the text names."""
    return next((guess.words[0] for guess in read_goods(text)[:1] if guess.words), "")
