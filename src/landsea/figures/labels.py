"""What pages say for codes of figures."""

from django.utils.translation import gettext_lazy, pgettext_lazy

from landsea.figures.models import Verdict

GRADES = {
    "measured": gettext_lazy("measured"),
    "published": gettext_lazy("published"),
    "reported": gettext_lazy("reported"),
    "claimed": gettext_lazy("claimed"),
    "derived": gettext_lazy("derived"),
    "assumed": gettext_lazy("assumed"),
}
TABLES = {
    "series": gettext_lazy("Series: one subject, one metric, one unit"),
    "printed_figures": gettext_lazy("Rows as they were printed"),
    "observations": gettext_lazy("Observations: single figures with period, source, date and grade"),
    "rulings": gettext_lazy("What people ruled about contradictions"),
    "mechanism": gettext_lazy("The mechanism's own cases; counts under five are not shown"),
}
"""The tables of the open data by their names; the package itself calls them in English."""
VERDICTS = {
    Verdict.DIFFERENT_SCOPE: ("done", pgettext_lazy("ruling", "different scope")),
    Verdict.REVISED: ("done", pgettext_lazy("ruling", "revised")),
    Verdict.ERROR: ("silent", pgettext_lazy("ruling", "an error")),
    Verdict.OPEN: ("waits", pgettext_lazy("ruling", "open")),
}
TOPICS = {
    "trade": gettext_lazy("Trade"),
    "volume": gettext_lazy("Volume"),
    "reach": gettext_lazy("Reach"),
    "road": gettext_lazy("Road"),
    "rail-VN": gettext_lazy("Rail to Viet Nam"),
    "rail-LA": gettext_lazy("Rail to Laos"),
    "rail-TH": gettext_lazy("Rail to Thailand"),
    "rail-MY": gettext_lazy("Rail to Malaysia"),
    "sea": gettext_lazy("Sea"),
    "river": gettext_lazy("River"),
    "air": gettext_lazy("Air"),
    "border": gettext_lazy("Border posts"),
    "cost": gettext_lazy("Cost"),
    "MM": gettext_lazy("Myanmar"),
    "rule": gettext_lazy("Rules"),
}
BOUNDS = {
    "over": gettext_lazy("at least"),
    "under": gettext_lazy("at most"),
    "about": gettext_lazy("about"),
    "nearly": gettext_lazy("nearly"),
}
RESULTS = {
    "open": gettext_lazy("still open"),
    "put right": gettext_lazy("put right"),
    "ended otherwise": gettext_lazy("ended otherwise"),
}
