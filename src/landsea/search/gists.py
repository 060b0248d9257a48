"""The gist of a plain text for `landsea suggest`: what a case of these words is called, by the reference files alone."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import translation

from landsea.cases.gist import GistNames, find_words_of_gist
from landsea_core.gist import Gist, choose_sizes, write_gist
from landsea_core.text.amounts import Amount
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.translations import KINDS, Translations, read_lines


class GistWriter:
    """Writes gists in one language. Reads the names of topics and places once."""

    def __init__(self, language: str):
        self._language = language
        topics, places = _read_rows("topics"), _read_rows("places")
        topic_names = {row["topic"]: row["names"] for row in topics}
        matter_names = {one["matter"]: one["names"] for row in topics for one in row["matters"]}
        place_names = {row["code"]: row["names"] for row in places}
        countries = {row["code"]: row["country"] for row in places}
        names = GistNames(
            matter=lambda code: matter_names.get(code, {}),
            topic=lambda code: topic_names.get(code, {}),
            place=lambda code: place_names.get(code, {}),
            country=lambda code: countries.get(code, ""),
        )
        self._words = find_words_of_gist(names, language)

    def write(self, found: Mapping[str, Any]) -> str:
        """Return the gist of what `make_suggestion` found as a line; empty where it tells too little."""
        with translation.override(self._language):
            return write_gist(make_gist(found), self._words)


def make_gist(found: Mapping[str, Any]) -> Gist:
    """Return the parts of the gist of what `make_suggestion` found: the first of each kind."""
    goods = next((one for one in found["goods"] if "note" not in one), {})
    days = [one for one in found["dates"] if one["since"]]
    place = found["places"][0] if found["places"] else {}
    return Gist(
        matter=_first(found["matters"], "matter"),
        topic=_first(found["topics"], "topic"),
        hs=goods.get("hs", ""),
        goods=goods.get("name", ""),
        place=place.get("place", ""),
        country=_country_told(found, place.get("country", "")),
        sizes=choose_sizes(map(_amount_of, found["amounts"])),
        since=date.fromisoformat(days[0]["from"]) if days else None,
    )


def _country_told(found: Mapping[str, Any], of_place: str) -> str:
    """Return the country that has to act where words of the text tell of it, or the place lies in it; none where it is only
    likely, or only where goods go: of tyres for Thailand that stand at Qinzhou nobody said that Thailand keeps them.
    """
    likely = _first(found["where"], "country")
    named = {one["value"] for one in found["reasons"] if one["about"] == "where" and one["words"]}
    told = found["told"] if of_place else named
    return likely if likely in told or likely == of_place else ""


def _read_rows(kind: str) -> list[dict[str, Any]]:
    reference = find_default_data_folder() / "reference"
    translations = Translations.load(reference, kind)
    return [translations.fill(line.row) for line in read_lines(reference, KINDS[kind])]


def _first(found: list[Mapping[str, Any]], name: str) -> str:
    return found[0][name] if found else ""


def _amount_of(one: Mapping[str, Any]) -> Amount:
    return Amount(one["kind"], one["unit"], Decimal(str(one["low"])), Decimal(str(one["high"])), one["words"], 0, 0)
