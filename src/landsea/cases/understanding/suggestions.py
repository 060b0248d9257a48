"""What a filer's words alone suggest, beside what the filer chose: the chips of the filing page, and the evidence that a
changed chip is.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from landsea.cases.understanding.meaning import (
    MOST_READ,
    NONE_FITS,
    Understood,
    find_struck,
    understand_filing,
)
from landsea_core.caseflow import Lane
from landsea_core.gist import choose_sizes, keep_sizes
from landsea_core.text import Guess, Reading, read_amounts, read_text
from landsea_core.text.default_reader import get_default_reader
from landsea_core.text.languages import UNKNOWN
from landsea_core.text.quality.corrections import (
    COUNTRY,
    GOODS,
    LANGUAGE,
    MATTER,
    PLACE,
    TOPIC,
    URGENCY,
    Change,
    list_changes,
)
from landsea_core.text.urgency import NORMAL, URGENT

NO_CHOICE = ("text", "filer_country")
"""The fields that are read; they are no choice about what the words mean."""
DECIDING = ("matter", "place_text", "country", "goods", "struck", "written_in")
"""The fields that decide what is understood, whatever the words say."""


@dataclass(frozen=True)
class Suggested:
    """What the words alone suggest: `alone` as the form would take it, `reading` all that was read, best first."""

    alone: Understood
    reading: Reading

    def guesses(self, kind: str) -> list[Guess]:
        """Return all that was read of one kind, likeliest first."""
        lists = {
            MATTER: self.reading.matters,
            TOPIC: self.reading.topics,
            PLACE: self.reading.places,
            COUNTRY: self.reading.countries,
            GOODS: self.reading.goods,
            URGENCY: [self.reading.urgency],
            LANGUAGE: [self.reading.language],
        }
        return lists[kind]

    def guess(self, kind: str, value: str) -> Guess:
        """Return the guess of this value; one without confidence and words when it was not among those read."""
        return next((one for one in self.guesses(kind) if one.value == value), Guess(value, 0.0))

    @property
    def values(self) -> dict[str, tuple[str, float]]:
        """What was suggested: kind to (value, confidence). A topic stands only where no matter was read."""
        alone = self.alone
        found = {
            MATTER: alone.matter.code if alone.matter else "",
            TOPIC: "" if alone.matter else alone.topic,
            PLACE: alone.place.code if alone.place else "",
            COUNTRY: alone.country,
            GOODS: alone.hs,
            URGENCY: self.reading.urgency.value,
            LANGUAGE: "" if self.reading.language.value == UNKNOWN else self.reading.language.value,
        }
        return {kind: (value, self.guess(kind, value).confidence) for kind, value in found.items() if value}


def suggest_from_text(typed: Mapping[str, str], understood: Understood) -> Suggested:
    """Return what the text of a form suggests, whatever else was chosen in it; `understood` is what the whole form means,
    which is the same where nothing was chosen.
    """
    only = {name: typed.get(name, "") for name in NO_CHOICE}
    chosen = any(typed.get(name) for name in DECIDING)
    alone = understand_filing(only) if chosen else understood
    return Suggested(alone, read_text(only["text"][:MOST_READ], only["filer_country"]))


def find_chosen(typed: Mapping[str, str], understood: Understood, found: Suggested) -> dict[str, str]:
    """Return what the filer decided, kind to value: a field that was left open decides nothing. The normal lane stands in the
    form from the beginning, so it decides only when the filer struck out the urgency; place and goods that we do not
    know tell nothing.
    """
    struck = find_struck(typed)
    chosen = dict.fromkeys(struck & {PLACE, COUNTRY, GOODS}, "")
    if typed.get("matter"):
        chosen[MATTER] = "" if typed["matter"] == NONE_FITS else typed["matter"]
    if found.alone.topic and not found.alone.matter and MATTER in chosen:
        chosen[TOPIC] = understood.topic if chosen.pop(MATTER) else ""
    if typed.get("place_text") and understood.place:
        chosen[PLACE] = understood.place.code
    if typed.get("country"):
        chosen[COUNTRY] = typed["country"]
    if typed.get("goods") and understood.hs:
        chosen[GOODS] = understood.hs
    if typed.get("lane") == Lane.URGENT:
        chosen[URGENCY] = URGENT
    elif URGENCY in struck:
        chosen[URGENCY] = NORMAL
    if typed.get("written_in"):
        chosen[LANGUAGE] = typed["written_in"]
    return chosen


def note_evidence(typed: Mapping[str, str], understood: Understood) -> dict:
    """Return what a filing keeps of its reading: the fields reading, corrections and written_in of `Filing`."""
    found = suggest_from_text(typed, understood)
    values, chosen = found.values, find_chosen(typed, understood, found)
    lexicon, model = get_default_reader().versions
    sizes = keep_sizes(choose_sizes(read_amounts(typed.get("text", "")[:MOST_READ])))
    read = {**{kind: list(pair) for kind, pair in values.items()}, "lexicon": lexicon, "model": model, "sizes": sizes}
    return {
        "reading": read,
        "corrections": tuple(list_changes(values, chosen)),
        "written_in": chosen.get(LANGUAGE) or values.get(LANGUAGE, ("", 0.0))[0],
    }


def keep_choices(typed: Mapping[str, str]) -> dict[str, str]:
    """Return what `note_evidence` needs of a form besides its text, to be kept until the words are read."""
    return {name: typed.get(name, "") for name in (*DECIDING, "filer_country", "lane")}


def find_changed_by_office(reading: Mapping, changed: Mapping[str, tuple[str, str]]) -> list[Change]:
    """Return the corrections of somebody who changed a filed case: kind to (from, to). The confidence is that of the reading,
    where what was changed had been read.
    """
    found = []
    for kind, (before, after) in changed.items():
        read_value, confidence = reading.get(kind, ("", None))
        held = {kind: (before, confidence if read_value == before else None)} if before else {}
        found += list_changes(held, {kind: after})
    return found
