"""Desks as cards that anyone may see: names, clock, what they answer for and what to have ready. No person, no address."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from landsea.base.ui import times
from landsea.base.ui.countries import country_name
from landsea.base.ui.shapes import DeskCard, Reason
from landsea.directory import access, records
from landsea.directory.freshness import freshness_of_desks
from landsea.directory.models import Competence, Desk
from landsea.directory.models.names import name_in
from landsea.directory.names import desk_label
from landsea.directory.reachable import Reachable, reachability, words_for
from landsea.directory.showing import freshness_words
from landsea.directory.words import AGAINST, DIRECTIONS, language_names, reason_sentences
from landsea_core.contacts import ContactState
from landsea_core.routing import RoutingReason

MOST_SENTENCES = 8
LANGUAGE_OF_COUNTRY = {
    "CN": "zh",
    "VN": "vi",
    "LA": "lo",
    "TH": "th",
    "KH": "km",
    "MM": "my",
    "ID": "id",
    "MY": "ms",
    "BN": "ms",
    "PH": "fil",
}


@dataclass(frozen=True)
class Shown:
    """A desk to be shown, with why it was found. `desk` comes with office, place and competences."""

    desk: Desk
    reasons: tuple[RoutingReason, ...] = ()


def cards(shown: Sequence[Shown], now: datetime, language: str) -> list[DeskCard]:
    """Return the cards of these desks at `now` (aware), in their order."""
    names = _Names([row for one in shown for row in one.desk.competences.all()], language)
    desk_ids = [one.desk.pk for one in shown]
    found, trusted, recorded = (
        reachability([one.desk for one in shown], now),
        freshness_of_desks(desk_ids, now),
        records.sentences(desk_ids, language),
    )
    sentences = iter(reason_sentences([reason for one in shown for reason in one.reasons], language))
    return [
        replace(
            _card(
                one.desk,
                names,
                found[one.desk.pk],
                tuple(Reason(next(sentences), reason.code not in AGAINST) for reason in one.reasons),
                now,
                language,
            ),
            record=recorded.get(one.desk.pk, ""),
            freshness=_freshness(trusted.get(one.desk.pk), now, language),
        )
        for one in shown
    ]


def desk_title(desk: Desk, language: str) -> str:
    """Return the desk and its office in one line."""
    name, office = desk_label(desk, language)
    return name if name == office else _("%(desk)s, %(office)s") % {"desk": name, "office": office}


def own_name(names: dict, country: str, language: str) -> tuple[str, str]:
    """Return a name in the language of its country with that language's code; empty when the reader's name is that."""
    code = LANGUAGE_OF_COUNTRY.get(country, "en")
    name = names.get(code) or names.get("local", "")
    return (name, code) if name and name != name_in(names, language) else ("", "")


def open_words(reachable: Reachable, now: datetime, language: str) -> str:
    """Return the clause that says until or from when a desk is reachable, on its own clock and on the reader's."""
    words = words_for(reachable, now, language)
    end, reader = reachable.until or reachable.opens_next, timezone.get_current_timezone()
    here = times.moment_there(end, reader, end.tzinfo, now, language)
    return _("%(clause)s (%(time)s on your clock)") % {"clause": words, "time": here} if here else words


def _freshness(state: ContactState | None, now: datetime, language: str) -> tuple[str, str] | None:
    """Return how fresh a desk's best contact is, as kind and sentence; None for a desk without contacts."""
    if state is None:
        return None
    words = freshness_words(state, now, language)
    return words.kind, _("contact: %(why)s") % {"why": words.why or words.name}


def _card(desk, names: "_Names", reachable: Reachable, reasons: tuple[Reason, ...], now, language: str) -> DeskCard:
    office = desk.office
    own, own_language = own_name(desk.names, office.country, language)
    name, office_name = desk_label(desk, language)
    prepare = (
        desk.prepare.get(language) or desk.prepare.get(language.split("-", maxsplit=1)[0]) or desk.prepare.get("en", ())
    )
    return DeskCard(
        name=name,
        zone=ZoneInfo(office.time_zone),
        place=name_in(office.place.names, language)
        if office.place
        else country_name(office.calendar_country, language),
        own_name=own,
        own_language=own_language,
        office=office_name,
        url=reverse("desk_page", args=[desk.code]),
        open_now=reachable.now,
        open_words=open_words(reachable, now, language),
        answers_for=tuple(names.sentences(desk.competences.all())),
        languages=language_names(office.languages, language),
        prepare=tuple(prepare),
        reasons=reasons,
    )


class _Names:
    """Names of everything that these competences speak of, read once for all cards of a page."""

    def __init__(self, competences: Iterable[Competence], language: str):
        rows = list(competences)
        self.language = language
        self.topics = access.topic_names({row.topic for row in rows})
        self.matters = access.matter_names({row.matter for row in rows})
        self.places = access.place_names({row.place for row in rows})

    def sentences(self, competences: Iterable[Competence]) -> list[str]:
        """Return what a desk answers for, one sentence for each subject and country, at most MOST_SENTENCES."""
        groups: dict[tuple[str, ...], list[Competence]] = {}
        for row in competences:
            key = (row.topic, row.matter, row.country, row.direction, row.filer_country)
            groups.setdefault(key, []).append(row)
        return [self._sentence(*key, rows) for key, rows in groups.items()][:MOST_SENTENCES]

    def _sentence(self, topic, matter, country, direction, filer_country, rows: list[Competence]) -> str:
        names = self.matters.get(matter) or self.topics.get(topic)
        parts = [name_in(names, self.language) if names else _("Whatever no other desk answers for")]
        places = sorted({name_in(self.places.get(row.place, {}), self.language) for row in rows if row.place} - {""})
        if places:
            parts.append(", ".join(places))
        elif country:
            parts.append(country_name(country, self.language))
        goods = sorted({row.hs for row in rows if row.hs})
        if goods:
            parts.append(_("goods of HS %(codes)s") % {"codes": ", ".join(goods)})
        if direction:
            parts.append(str(DIRECTIONS.get(direction, direction)))
        if filer_country:
            parts.append(_("for firms from %(country)s") % {"country": country_name(filer_country, self.language)})
        return " · ".join(parts)
