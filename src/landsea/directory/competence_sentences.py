"""What desks answer for, in sentences of the reader's language."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from landsea.base.ui.countries import name_country
from landsea.directory import access
from landsea.directory.labels import (
    DIRECTIONS,
)
from landsea.directory.models import Competence
from landsea.directory.models.names import name_in

MOST_SENTENCES = 8


class CompetenceNames:
    """Names of everything that these competences speak of, read once for all cards of a page."""

    def __init__(self, competences: Iterable[Competence], language: str):
        rows = list(competences)
        self.language = language
        self.topics = access.find_topic_names({row.topic for row in rows})
        self.matters = access.find_matter_names({row.matter for row in rows})
        self.places = access.place_names({row.place for row in rows})

    def sentences(self, competences: Iterable[Competence]) -> list[str]:
        """Return what a desk answers for, at most MOST_SENTENCES subjects. Those that hold for the same places, goods and firms
        are one sentence: "Declarations; inspections · Mohan, Boten".
        """
        groups: dict[tuple[str, ...], list[Competence]] = {}
        for row in competences:
            key = (row.topic, row.matter, row.country, row.direction, row.filer_country)
            groups.setdefault(key, []).append(row)
        subjects: dict[str, list[str]] = {}
        for (topic, matter, *where), rows in list(groups.items())[:MOST_SENTENCES]:
            subjects.setdefault(self._scope(*where, rows), []).append(self._subject(topic, matter))
        return [" · ".join(filter(None, ("; ".join(its), scope))) for scope, its in subjects.items()]

    def _subject(self, topic: str, matter: str) -> str:
        names = self.matters.get(matter) or self.topics.get(topic)
        return name_in(names, self.language) if names else _("Whatever no other desk answers for")

    def _scope(self, country: str, direction: str, filer_country: str, rows: list[Competence]) -> str:
        parts: list[str] = []
        places = sorted({name_in(self.places.get(row.place, {}), self.language) for row in rows if row.place} - {""})
        if places:
            parts.append(", ".join(places))
        elif country:
            parts.append(name_country(country, self.language))
        goods = sorted({row.hs for row in rows if row.hs})
        if goods:
            parts.append(_("goods of HS %(codes)s") % {"codes": ", ".join(goods)})
        if direction:
            parts.append(str(DIRECTIONS.get(direction, direction)))
        if filer_country:
            parts.append(_("for firms from %(country)s") % {"country": name_country(filer_country, self.language)})
        return " · ".join(parts)
