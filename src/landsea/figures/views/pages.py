"""The public pages of figures: all series, one series with its chart and table, the mechanism's own cases."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.figures import access, mechanism, own_page
from landsea.figures.figure_words import say_explanation, say_figure
from landsea.figures.headlines import HEADLINES
from landsea.figures.labels import TOPICS
from landsea.figures.own_record import count_own_record
from landsea.figures.presenters import (
    choose_title,
    describe_measure,
    make_chart,
    shape_observations,
)
from landsea.figures.series_cards import make_cards


@door("public")
@require_safe
def show_figures(request: HttpRequest) -> HttpResponse:
    """All series as cards: the headline figures first, then by topic those that move; those with one number are folded."""
    series = list(access.list_series())
    observed: dict[int, list] = {row.pk: [] for row in series}
    for row in access.list_current_observations():
        if row.series_id in observed:
            observed[row.series_id].append(row)
    cards = make_cards((row, observed[row.pk]) for row in series)
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
    found = access.find_series(code)
    if found is None:
        raise Http404
    observations = list(access.list_current_observations(found))
    facts = {row.printed.code for row in observations if row.printed}
    context = {
        "series": found,
        "card": make_cards([(found, observations)]).get(found.code),
        "title": choose_title(found, get_language() or "en"),
        "rows": shape_observations(observations),
        "chart": make_chart(observations),
        "measured": describe_measure(found),
        "unit": say_figure(found.unit),
        "contradictions": [
            (one.key, say_explanation(one.contradiction.explanation))
            for one in access.find_contradictions()
            if facts & set(one.contradiction.ids)
        ],
    }
    return render(request, "figures/series.html", context)


@door("public")
@require_safe
def show_own_figures(request: HttpRequest) -> HttpResponse:
    """The mechanism's own record: four numbers, months as a chart, topics, outcomes and countries; small cells hidden."""
    own, language = mechanism.find_own_figures(), get_language() or "en"
    chart = own_page.chart_months(own, language)
    context = {
        "is_empty": not own.values["topic"],
        "tiles": own_page.list_tiles(count_own_record(own), language),
        "chart": chart,
        "rows": own_page.list_table_rows(chart) if chart else [],
        "topics": own_page.list_topics(own, language),
        "countries": own_page.list_countries(own, language),
        "outcomes": own_page.list_outcomes(own, language),
    }
    return render(request, "figures/own.html", context)
