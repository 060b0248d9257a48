"""What a case is about in one line of its reader's language: for pages, mails and lists. No query but those that are kept."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsea.base.kept import Kept
from landsea.base.ui.countries import name_country
from landsea.base.ui.times import date_words
from landsea.cases.models import Case
from landsea.cases.understanding.amounts import write_size
from landsea.directory import access as directory_access
from landsea.directory.models import Matter, Place
from landsea.directory.models.names import name_in
from landsea_core.gist import Gist, GistWords, keep_gist, name_goods, read_kept_gist, read_kept_sizes, write_gist
from landsea_core.text.default_reader import find_known_name_of_goods

WORDS = Kept(lasts=60)
"""Gists that mails kept, as said within the last minute: the people of a desk, and the mails of a day, repeat them."""


def say_gist(case: Case, *, place_beside: bool = False) -> str:
    """Return what a case is about in the language in force, without the place where that stands beside it; empty where too
    little was understood to stand for a title.
    """
    place = None if place_beside else _place_of(case)
    gist = _gist_parts(case, place.code if place else "")
    shown = replace(gist, country="") if place_beside else gist
    return write_gist(shown, _words(get_language() or "en", place))


def make_kept_gist(case: Case) -> dict[str, Any]:
    """Return the gist as a mail keeps it until it is sent: codes, numbers and our own name of the goods, no words of the
    filer.
    """
    ours = find_known_name_of_goods(case.hs, case.goods)
    return keep_gist(replace(_gist_parts(case, case.place_id or ""), goods=ours))


def say_kept_gist(kept: Mapping[str, Any]) -> str:
    """Return a gist that a mail kept, in the language in force; empty where it tells too little."""
    language = get_language() or "en"
    return WORDS.get((language, json.dumps(kept, sort_keys=True)), lambda: _say_kept_gist(kept, language))


def _say_kept_gist(kept: Mapping[str, Any], language: str) -> str:
    gist = read_kept_gist(kept)
    place = directory_access.find_place(gist.place) if gist.place else None
    return write_gist(gist, _words(language, place))


def _place_of(case: Case) -> Place | None:
    """Return the place of a case: as it was loaded with it, else from the rows that are kept."""
    if not case.place_id or Case._meta.get_field("place").is_cached(case):
        return case.place
    return directory_access.find_place(case.place_id)


def _gist_parts(case: Case, place: str) -> Gist:
    return Gist(
        matter=case.matter,
        topic=case.topic,
        hs=case.hs,
        goods=case.goods,
        place=place,
        country=case.country,
        sizes=read_kept_sizes(case.reading.get("sizes", ())),
        since=case.happened_on,
    )


@dataclass(frozen=True)
class GistNames:
    """Names by code, in every language: of matters, topics and places; `country` finds where a place lies. What is not known
    by its code is empty.
    """

    matter: Callable[[str], Mapping[str, str]]
    topic: Callable[[str], Mapping[str, str]]
    place: Callable[[str], Mapping[str, str]]
    country: Callable[[str], str]


def find_words_of_gist(names: GistNames, language: str) -> GistWords:
    """Return what says the parts of a gist in a language, which must be in force."""
    return GistWords(
        say_matter=lambda code: name_in(names.matter(code), language),
        say_topic=lambda code: name_in(names.topic(code), language),
        say_goods=lambda hs, goods: name_goods(hs, goods, language),
        say_place=lambda code: name_in(names.place(code), language),
        find_country=names.country,
        say_country=lambda code: name_country(code, language),
        say_size=write_size,
        comma="，" if language.startswith("zh") else ", ",
        say_since=lambda day: _("since %(day)s") % {"day": date_words(day, language)},
    )


def _words(language: str, place: Place | None) -> GistWords:
    names = GistNames(
        matter=lambda code: next((one.names for one in _matters() if one.code == code), {}),
        topic=lambda code: next(
            (one.names for one in directory_access.list_topics_in_service() if one.code == code), {}
        ),
        place=lambda code: place.names if place else {},
        country=lambda code: place.country if place else "",
    )
    return find_words_of_gist(names, language)


def _matters() -> Iterator[Matter]:
    return (matter for topic in directory_access.list_topics_in_service() for matter in topic.matters.all())
