"""Measures for the search: by the words they hold in every language, the goods and the country they are about, and what is
offered to a line of business that the words name ("green technology").
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain

from django.urls import reverse
from django.utils import timezone

from landsea.base.findable import FindableKind, FoundLine
from landsea.base.kept import Kept
from landsea.rules.access import read_published_book
from landsea.rules.presenters import shape_measure
from landsea.rules.rule_translations import choose_words_for_reader, read_wordings
from landsea.rules.sectors import names_sector
from landsea.search.kept_indexes import index_texts
from landsea.search.senses import find_senses
from landsea_core.finding import Text, WordIndex, read_question
from landsea_core.rules import Measure
from landsea_core.text import read_sectors

WORDS = Kept(lambda: (read_published_book(), read_wordings()), asked_every=0.5)
MOST_UNITS = 12
LIFT = 0.02


def rank_measures(text: str) -> list[str]:
    """Return the codes of the published measures that answer a question, the best first, or where few do, the nearest."""
    return [one.key for one in make_index_of_measures().find_or_nearest(read_question(text, find_senses(), MOST_UNITS))]


def find_measures(words: Sequence[str], country: str) -> tuple[Measure, ...]:
    """Published measures that answer a question of these words, the best first, then those of a line of business they name."""
    return order_measures(rank_measures(" ".join(words)), " ".join(words), country)


def order_measures(codes: Iterable[str], text: str, country: str) -> tuple[Measure, ...]:
    """Return the published measures among those found, in their order, then those of a line of business that `text` names."""
    book, sectors = read_published_book(), read_sectors(text)
    found = [book.by_code[code] for code in codes if code in book.by_code]
    found += [one for one in book.by_code.values() if names_sector(one, sectors)]
    return tuple(one for one in dict.fromkeys(found) if country in ("", one.country))


def make_index_of_measures() -> WordIndex:
    """Return the words of all published measures, cut once a process until a version of any is published."""
    return WORDS.get("index", lambda: index_texts("measures", list_texts_of_measures()))


def list_texts_of_measures() -> Iterable[Text]:
    """Return all published measures as they are found."""
    everywhere = read_wordings().find_everywhere
    for one in read_published_book().by_code.values():
        names = (one.title, *everywhere(one.title), one.title_local)
        put = (one.authority, one.summary, *(required.what for required in one.requirements))
        said = (one.code, one.legal_act, *put, *chain.from_iterable(map(everywhere, put)))
        countries = {one.country, *one.scope.origin, *one.scope.destination}
        marks = {f"country:{country}" for country in countries} | {f"hs:{code}" for code in one.scope.hs}
        marks |= {f"place:{place}" for place in one.scope.places} | {f"same:{way}" for way in one.scope.modes}
        yield Text(one.code, names, said, frozenset(marks), LIFT)


def show_measures(codes: Sequence[str], now: datetime) -> list[FoundLine]:
    """Return the lines of published measures: title, what they say, their country, and whether they are in force."""
    book, today = read_published_book(), timezone.localdate(now)
    return [
        FoundLine(
            code,
            reverse("measure", args=[code]),
            choose_words_for_reader(one.title),
            choose_words_for_reader(one.summary),
            one.country,
            shape_measure(one, book.standing(one, today), today).state,
        )
        for code in codes
        if (one := book.by_code.get(code))
    ]


MEASURE_KIND = FindableKind("measures", WORDS.mark, list_texts_of_measures, show_measures)
