"""The gist of a plain text for `landsea suggest`: what a case of these words is called, by the reference files alone."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from landsea.base.ui.countries import country_name
from landsea.base.ui.times import date_words
from landsea.cases.understanding.amounts import size_in_words
from landsea.directory.models.names import name_in
from landsea_core.gist import Gist, GistWords, choose_sizes, name_goods, write_gist
from landsea_core.text.amounts import Amount
from landsea_core.text.data_files import default_data_folder
from landsea_core.translations import KINDS, Translations, read_lines


class GistWriter:
    """Writes gists in one language. Reads the names of topics and places once."""

    def __init__(self, language: str):
        self._language = language
        topics, places = _read_rows("topics"), _read_rows("places")
        self._topics = {row["topic"]: row["names"] for row in topics}
        self._matters = {one["matter"]: one["names"] for row in topics for one in row["matters"]}
        self._places = {row["code"]: row for row in places}

    def write(self, found: Mapping[str, Any]) -> str:
        """Return the gist of what `make_suggestion` found, the first of each kind; empty where it tells too little."""
        goods = next((one for one in found["goods"] if "note" not in one), {})
        days = [one for one in found["dates"] if one["since"]]
        gist = Gist(
            matter=_first(found["matters"], "matter"),
            topic=_first(found["topics"], "topic"),
            hs=goods.get("hs", ""),
            goods=goods.get("name", ""),
            place=_first(found["places"], "place"),
            country=_first(found["where"], "country"),
            sizes=choose_sizes(map(_amount_of, found["amounts"])),
            since=date.fromisoformat(days[0]["from"]) if days else None,
        )
        with translation.override(self._language):
            return write_gist(gist, self._words())

    def _words(self) -> GistWords:
        language = self._language
        return GistWords(
            say_matter=lambda code: name_in(self._matters.get(code, {}), language),
            say_topic=lambda code: name_in(self._topics.get(code, {}), language),
            say_goods=lambda hs, goods: name_goods(hs, goods, language),
            say_place=lambda code: name_in(self._places[code]["names"], language) if code in self._places else "",
            find_country=lambda code: self._places[code]["country"] if code in self._places else "",
            say_country=lambda code: country_name(code, language),
            say_size=size_in_words,
            say_since=lambda day: _("since %(day)s") % {"day": date_words(day, language)},
        )


def _read_rows(kind: str) -> list[dict[str, Any]]:
    reference = default_data_folder() / "reference"
    translations = Translations.load(reference, kind)
    return [translations.fill(line.row) for line in read_lines(reference, KINDS[kind])]


def _first(found: list[Mapping[str, Any]], name: str) -> str:
    return found[0][name] if found else ""


def _amount_of(one: Mapping[str, Any]) -> Amount:
    return Amount(one["kind"], one["unit"], Decimal(str(one["low"])), Decimal(str(one["high"])), one["words"], 0, 0)
