"""The public pages of figures: all series, one series with its chart and table, the mechanism's own cases."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.figures import access, mechanism, own_page
from landsea.figures.figure_words import in_words, said_in_words
from landsea.figures.headlines import HEADLINES
from landsea.figures.labels import TOPICS
from landsea.figures.own_record import own_record
from landsea.figures.presenters import (
    chart_of,
    measured_in,
    rows_of,
    title_of,
)
from landsea.figures.series_cards import cards_of


@door("public")
@require_safe
def show_figures(request: HttpRequest) -> HttpResponse:
    """All series as cards: the headline figures first, then by topic those that move; those with one number are folded."""
    series = list(access.all_series())
    observed: dict[int, list] = {row.pk: [] for row in series}
    for row in access.current_observations():
        if row.series_id in observed:
            observed[row.series_id].append(row)
    cards = cards_of((row, observed[row.pk]) for row in series)
    by_topic: dict[str, list] = {topic: [] for topic in TOPICS}
    for row in series:
        if row.code in cards and row.code not in HEADLINES:
            by_topic.setdefault(row.topic, []).append(cards[row.code])
    named = {str(TOPICS.get(topic, topic)): rows for topic, rows in by_topic.items() if rows}
    context = {
        "headlines": [cards[code] for code in HEADLINES if code in cards],
        "topics": [(words, rows) for words, found in named.items() if (rows := [one for one in found if one.moves])],
        "others": [
            (words, rows) for words, found in named.items() if (rows := [one for one in found if not one.moves])
        ],
        "has_series": bool(series),
        "open_contradictions": len(access.open_contradictions()),
    }
    return render(request, "figures/figures.html", context)


@door("public")
@require_safe
def show_series(request: HttpRequest, code: str) -> HttpResponse:
    """One series: the chart, the table behind it, and what does not fit in it."""
    found = access.series_with_code(code)
    if found is None:
        raise Http404
    observations = list(access.current_observations(found))
    facts = {row.printed.code for row in observations if row.printed}
    context = {
        "series": found,
        "card": cards_of([(found, observations)]).get(found.code),
        "title": title_of(found, get_language() or "en"),
        "rows": rows_of(observations),
        "chart": chart_of(observations),
        "measured": measured_in(found),
        "unit": in_words(found.unit),
        "contradictions": [
            (one.key, said_in_words(one.contradiction.explanation))
            for one in access.find_contradictions()
            if facts & set(one.contradiction.ids)
        ],
    }
    return render(request, "figures/series.html", context)


@door("public")
@require_safe
def own_figures(request: HttpRequest) -> HttpResponse:
    """The mechanism's own record: four numbers, months as a chart, topics, outcomes and countries; small cells hidden."""
    own, language = mechanism.own_figures(), get_language() or "en"
    chart = own_page.months_of(own, language)
    context = {
        "is_empty": not own.values["topic"],
        "tiles": own_page.tiles_of(own_record(own), language),
        "chart": chart,
        "rows": own_page.table_of(chart) if chart else [],
        "topics": own_page.topics_of(own, language),
        "countries": own_page.countries_of(own, language),
        "outcomes": own_page.outcomes_of(own, language),
    }
    return render(request, "figures/own.html", context)
