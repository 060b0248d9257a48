"""The tables of our open data: their columns, what these mean, and under which licence they are."""

from landsea_core.figures.data_package.resource import Field, Resource
from landsea_core.figures.observations import GRADES

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
_SOURCE = (
    Field("source", "string", "who published it, and where", required=True),
    Field("said_on", "string", "as the source dates it"),
    Field("grade", "string", "how it is known", required=True, among=GRADES),
)
SERIES = Resource(
    "series",
    "Series: one subject, one metric, one unit",
    (
        Field("series", "string", "stable code", required=True),
        Field("title", "object", "language -> name of the subject", required=True),
        Field("metric", "string", "what is measured", required=True),
        Field("unit", "string", "unit of all its observations", required=True),
        Field("kind", "string", "flow, stock, route or relation"),
        Field("group", "string", "topic"),
        Field("scope", "string", "what it covers and what not"),
        Field("groups", "array", "words by which statements name the subject: one of each list"),
        Field("excluded", "array", "words that say that something else is meant"),
    ),
    "series",
)
PRINTED = Resource(
    "printed_figures",
    "Rows as they were printed",
    (
        Field("fact", "string", "stable code", required=True),
        Field("group", "string", "topic"),
        Field("subject", "string", "what it is about", required=True),
        Field("metric", "string", "what is given", required=True),
        Field("value", "string", "as printed", required=True),
        *_SOURCE,
        Field("checked", "date", "day on which somebody last looked at the source"),
    ),
    "fact",
)
OBSERVATIONS = Resource(
    "observations",
    "Observations: single figures with period, source, date and grade",
    (
        Field("observation", "string", "stable code", required=True),
        Field("series", "string", "code of its series", required=True),
        Field("period", "string", "2025, H1 2025, Q1 2025, Jan-Sep 2025, Sep 2025; empty for what has none"),
        Field("low", "number", "the figure, or the lower end of an interval, in the unit of the series", required=True),
        Field("high", "number", "the same figure, or the upper end", required=True),
        Field("bound", "string", "over, under, about or nearly, where it was said so"),
        Field("growth", "number", "per cent against the year before, as printed"),
        Field("scope", "string", "what it covers and what not"),
        *_SOURCE,
        Field("fact", "string", "code of the printed row it was read from"),
        Field("revises", "string", "code of the earlier observation that this one replaces"),
    ),
    "observation",
    (("series", "series", "series"),),
)
RULINGS = Resource(
    "rulings",
    "What people ruled about contradictions",
    (
        Field("contradiction", "string", "rule and rows", required=True),
        Field("verdict", "string", "what it is", required=True, among=("different_scope", "revised", "error", "open")),
        Field("words", "string", "why", required=True),
        Field("at", "datetime", "when it was ruled", required=True),
        Field("form_key", "string", "names the ruling", required=True),
        Field("demo", "boolean", "a demonstration invented it", required=True),
    ),
    "form_key",
)
MECHANISM = Resource(
    "mechanism",
    "The mechanism's own cases; counts under five are not shown",
    (
        Field("cell", "string", "names the row", required=True),
        Field("table", "string", "which table", required=True),
        Field("row", "string", "value of the first dimension; empty for the total"),
        Field("column", "string", "value of the second dimension; empty for the total"),
        Field("cases", "integer", "number of cases; empty where it is hidden"),
        Field("hidden", "boolean", "fewer than five cases, or hidden so that others cannot be found", required=True),
        Field("demo", "boolean", "a demonstration invented cases behind it", required=True),
    ),
    "cell",
)
RESOURCES = (SERIES, PRINTED, OBSERVATIONS, RULINGS, MECHANISM)
