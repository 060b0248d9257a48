"""Series of figures for the search: found by what they count and where, shown with the figure of their card."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain

from django.urls import reverse
from django.utils.translation import get_language

from landsea.base.findable import FINDABLE, FindableKind, FoundLine
from landsea.base.translation.reference_texts import read_translations
from landsea.figures import access
from landsea.figures.figure_words import KIND, say_figure
from landsea.figures.models import Observation
from landsea.figures.presenters import choose_title, describe_measure
from landsea.figures.series_cards import SeriesCard, make_cards
from landsea_core.finding import Text


def _texts_of_series() -> Iterable[Text]:
    everywhere = read_translations(KIND).find_everywhere
    for row in access.list_series():
        names = (*row.titles.values(), *everywhere(row.titles.get("en", "")))
        measured = [words for one in (row.metric, row.unit, row.scope) if one for words in (one, *everywhere(one))]
        yield Text(row.code, names, (row.code, *measured, *chain.from_iterable(row.groups)))


def _show_series(codes: Sequence[str], now: datetime) -> list[FoundLine]:
    language = get_language() or "en"
    found = list(access.list_series().filter(code__in=codes))
    held: dict[int, list[Observation]] = {row.pk: [] for row in found}
    for one in access.list_current_observations().filter(series__in=list(held)):
        held[one.series_id].append(one)
    cards = make_cards((row, held[row.pk]) for row in found)
    lines = []
    for row in found:
        figure = _figure_of(cards[row.code]) if row.code in cards else ""
        words = " · ".join(filter(None, (describe_measure(row), say_figure(row.scope), figure)))
        lines.append(FoundLine(row.code, reverse("figure_series", args=[row.code]), choose_title(row, language), words))
    return lines


def _figure_of(card: SeriesCard) -> str:
    """Return the newest figure that nothing revises, with its period, and how it is known."""
    return " · ".join(filter(None, (str(card.amount), card.period, card.grade)))


FINDABLE.put(FindableKind("figures", access.compute_series_mark, _texts_of_series, _show_series), order=50)
