"""The public pages of figures: all series, one series with its chart and table, the mechanism's own cases."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.dialogues import access as dialogues_access
from landsea.figures import access, mechanism
from landsea.figures.figure_words import in_words, said_in_words
from landsea.figures.labels import TOPICS
from landsea.figures.presenters import (
    chart_of,
    measured_in,
    own_tables,
    rows_of,
    title_of,
)


@door("public")
@require_safe
def show_figures(request: HttpRequest) -> HttpResponse:
    """All series by topic: those with several figures first, single figures folded away."""
    language = get_language() or "en"
    by_topic: dict[str, list] = {topic: [] for topic in TOPICS}
    for row in access.all_series():
        by_topic.setdefault(row.topic, []).append((row, title_of(row, language), measured_in(row)))
    topics = [
        (
            str(TOPICS.get(topic, topic)),
            [line for line in rows if line[0].count > 1],
            [line for line in rows if line[0].count == 1],
        )
        for topic, rows in by_topic.items()
        if rows
    ]
    return render(
        request, "figures/figures.html", {"topics": topics, "open_contradictions": len(access.open_contradictions())}
    )


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
    """The mechanism's own figures: cases, outcomes, silence, medians, promises; small cells hidden."""
    own = mechanism.own_figures()
    language = get_language() or "en"
    context = {
        "tables": own_tables(own, mechanism.TABLES, language),
        "medians": mechanism.medians_in_words(own, language),
        "promises": dialogues_access.agreed_promises().count(),
    }
    return render(request, "figures/own.html", context)
