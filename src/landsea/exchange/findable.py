"""Entries of the board for the search: fairs, scholarships, zones, routes, offers; shown with when, where, and whether it is
over.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Count, Max, Sum
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsea.base.findable import FINDABLE, FindableKind, FoundLine
from landsea.base.translation.reference_texts import read_translations
from landsea.directory.models.names import choose_title, name_in
from landsea.exchange import access
from landsea.exchange.fact_phrases import say_phrase
from landsea.exchange.labels import KINDS
from landsea.exchange.mapping import is_archived
from landsea.exchange.models import Listing
from landsea_core.finding import Text

SAME = {
    "trade_fair": ("fair", "event"),
    "forum": ("forum", "event"),
    "culture_event": ("event",),
    "scholarship": ("scholarship", "student"),
    "training": ("training",),
    "school_exchange": ("training", "student"),
    "tourism_route": ("tourist",),
    "flight_route": ("flight",),
    "cooperation_zone": ("zone", "investment"),
    "incentive": ("investment",),
    "investment_programme": ("investment",),
}
"""What the kind of an entry means, by the senses of `data/search/same_words.jsonl`."""


def _read_mark() -> tuple:
    """The numbers of all are added up: one that is held while another is shown again leaves their count as it was."""
    rows = access.list_shown_listings().aggregate(
        all=Count("pk"), which=Sum("pk"), posted=Max("posted_at"), checked=Max("checked")
    )
    return tuple(rows.values())


def _texts_of_listings() -> Iterable[Text]:
    everywhere = read_translations("exchange").find_everywhere
    for row in access.list_shown_listings():
        names = (*row.titles.values(), *everywhere(row.titles.get("en", "")))
        english = (row.texts.get("en", ""), row.place_text, row.who_for, row.organiser)
        said = [words for one in english if one for words in (one, *everywhere(one))]
        marks = {f"country:{country}" for country in row.countries} | {f"hs:{code}" for code in row.hs}
        marks |= {f"same:{one}" for one in SAME.get(row.kind, ())} | (
            {f"place:{row.place_id}"} if row.place_id else set()
        )
        yield Text(str(row.pk), names, (row.code or "", *row.texts.values(), *said), frozenset(marks))


def _show_listings(keys: Sequence[str], now: datetime) -> list[FoundLine]:
    language = get_language() or "en"
    return [
        FoundLine(
            str(row.pk),
            reverse("listing", args=[row.pk]),
            choose_title(row, language),
            " · ".join(filter(None, (str(KINDS[row.kind]), _when(row), name_in(row.texts, language)))),
            row.countries[0] if len(row.countries) == 1 else "",
            ("waits", _("in the archive: it is over")) if is_archived(row, now.date()) else ("", ""),
            frozenset(row.countries),
        )
        for row in access.list_shown_listings().filter(pk__in=keys)
    ]


def _when(row: Listing) -> str:
    days = f"{row.starts} – {row.ends}" if row.ends and row.ends != row.starts else row.starts
    return days or say_phrase(row, row.recurring)


FINDABLE.put(FindableKind("exchange", _read_mark, _texts_of_listings, _show_listings), order=40)
