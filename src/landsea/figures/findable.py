"""Series of figures for the search: found by what they count and where, shown with their last figure."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain

from django.urls import reverse
from django.utils.translation import get_language

from landsea.base.findable import FINDABLE, FindableKind, FoundLine
from landsea.base.translation.reference_texts import translations_of
from landsea.figures import access
from landsea.figures.figure_words import KIND, in_words, period_in_words
from landsea.figures.presenters import measured_in, title_of, value_in_words
from landsea_core.finding import Text


def _texts_of_series() -> Iterable[Text]:
    everywhere = translations_of(KIND).find_everywhere
    for row in access.all_series():
        names = (*row.titles.values(), *everywhere(row.titles.get("en", "")))
        measured = [words for one in (row.metric, row.unit, row.scope) if one for words in (one, *everywhere(one))]
        yield Text(row.code, names, (row.code, *measured, *chain.from_iterable(row.groups)))


def _show_series(codes: Sequence[str], now: datetime) -> list[FoundLine]:
    language = get_language() or "en"
    last = {row.series_id: row for row in access.current_observations().filter(series__code__in=codes)}
    lines = []
    for row in access.all_series().filter(code__in=codes):
        newest = last.get(row.pk)
        figure = f"{value_in_words(newest)} {in_words(row.unit)} · {period_in_words(newest.period)}" if newest else ""
        words = " · ".join(filter(None, (measured_in(row), in_words(row.scope), figure)))
        lines.append(FoundLine(row.code, reverse("figure_series", args=[row.code]), title_of(row, language), words))
    return lines


FINDABLE.put(FindableKind("figures", access.series_mark, _texts_of_series, _show_series), order=50)
