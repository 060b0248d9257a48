"""What is about to be sent, line by line: the words, and all that was chosen or understood of them, each with the field that
changes it. The end of the filing form says it, so that nobody sends what they would not have written.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from landsea.base.ui.countries import name_country
from landsea.base.ui.page_subjects import find_page_subject
from landsea.base.ui.times import date_words
from landsea.cases.filing_plan import Filing
from landsea.cases.labels import LANES, VISIBILITIES
from landsea.cases.understanding.meaning import Understood
from landsea.cases.understanding.places_meant import PlacesMeant, find_places_meant
from landsea.directory import access as directory_access
from landsea.directory.models.names import name_in
from landsea_core.caseflow import Lane, Visibility


@dataclass(frozen=True)
class SendLine:
    """One line: what it is, what will be sent, and the id of the element that changes it. `read`: it was read from the words.
    `kind` tells a template which line has more to show.
    """

    label: str
    words: str
    target: str
    read: bool = False
    kind: str = ""


@dataclass(frozen=True)
class AboutToSend:
    """All lines, and what is not sure about the place."""

    lines: list[SendLine]
    place: PlacesMeant

    @property
    def has_read(self) -> bool:
        """Whether any line was read from the words: what its mark means is said once, below."""
        return any(line.read for line in self.lines)


def list_what_goes(filing: Filing, understood: Understood, papers: list, typed: dict, language: str) -> AboutToSend:
    """Return what the filing of a form will send. `papers` are the files held for it, `typed` its cleaned fields."""
    meant = find_places_meant(understood, typed["place_text"], typed["country"], language)
    nothing = _("not said")
    guessed = understood.guessed
    place = name_in(understood.place.names, language) if understood.place else ""
    country = name_country(filing.country, language) if filing.country else ""
    goods = " ".join(filter(None, (filing.goods, f"HS {filing.hs}" if filing.hs else "")))
    day, reason = filing.happened_on, filing.lane_reason
    lane = str(LANES[filing.lane]) + (f": {reason}" if filing.lane is Lane.URGENT and reason else "")
    names = ", ".join(file.name for file in papers)
    page = find_page_subject(filing.about_page)

    def is_read(field: str) -> bool:
        return not typed[field]

    return AboutToSend(
        [
            SendLine(_("Your words"), filing.text, "id_text", kind="text"),
            *([SendLine(_("Filed from"), page.words, "id_about_page")] if page else []),
            SendLine(_("Place"), place or filing.place_text or nothing, "id_place_text", "place" in guessed, "place"),
            SendLine(_("Country"), country or nothing, "id_country", bool(country) and is_read("country")),
            SendLine(_("Goods"), goods or nothing, "id_goods", bool(goods) and is_read("goods")),
            SendLine(
                _("Matter"),
                _matter_words(understood, language) or nothing,
                "id_matter",
                bool({"matter", "topic"} & guessed),
            ),
            SendLine(
                _("Since"),
                date_words(day, language) if day else nothing,
                "id_happened_on",
                bool(day) and is_read("happened_on"),
            ),
            SendLine(_("Lane"), lane, "id_lane", kind="lane"),
            SendLine(_("Papers"), names or _("none"), "papers", kind="papers"),
            SendLine(_("You"), _filer_words(filing), "id_visibility"),
        ],
        meant,
    )


def _matter_words(understood: Understood, language: str) -> str:
    if understood.matter:
        return name_in(understood.matter.names, language)
    names = directory_access.find_topic_names([understood.topic]).get(understood.topic, {}) if understood.topic else {}
    return name_in(names, language) if names else ""


def _filer_words(filing: Filing) -> str:
    """Return who may know the filer, and what is sent of them."""
    left = [filing.name, filing.party, filing.phone] if filing.visibility is not Visibility.PSEUDONYMOUS else []
    said = ", ".join(one for one in (*left, filing.email) if one)
    return f"{VISIBILITIES[filing.visibility]}{f': {said}' if said else ''}"
