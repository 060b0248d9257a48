"""The queue as a table to take away: a row a case, in its order, with what its reader sees in the list and no more."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language, gettext

from landsea.base.actors import Actor
from landsea.base.ui.countries import name_country
from landsea.base.ui.reader import name_zone
from landsea.base.ui.sheets.cells import make_moment_cell
from landsea.cases.access import may_name_filer
from landsea.cases.gist import say_gist
from landsea.cases.labels import LANES
from landsea.cases.models import Case
from landsea.cases.presenters import name_desk, state_words
from landsea.cases.thread_presenters import call_filer
from landsea.directory.models.names import name_in

MOST_ROWS = 2000
"""More cases than one desk has open; who needs more narrows the list, or asks by the API, page by page."""


def make_table(cases: QuerySet[Case], actor: Actor) -> list[list[object]]:
    """Return the heading and at most MOST_ROWS cases, in the language and on the clock of the reader; a last row says where
    some are left out.
    """
    found = list(
        cases.select_related("desk__office__place", "place", "identity").defer("text", "routing")[: MOST_ROWS + 1]
    )
    language = get_language() or "en"
    table = [_write_heading(language), *(list(_write_row(case, actor, language)) for case in found[:MOST_ROWS])]
    if len(found) > MOST_ROWS:
        left_out = gettext("There are more than %(most)s cases. Narrow the list, and take the rest as further sheets.")
        table.append([left_out % {"most": MOST_ROWS}])
    return table


def _write_heading(language: str) -> list[object]:
    zone = name_zone(str(timezone.get_current_timezone()), language)
    clock = gettext("%(what)s (clock of %(zone)s)")
    return [
        gettext("Case"),
        clock % {"what": gettext("Due"), "zone": zone},
        gettext("Step"),
        gettext("Lane"),
        gettext("About"),
        gettext("In the filer's words"),
        gettext("Filer"),
        gettext("Place"),
        gettext("Country of the problem"),
        gettext("Goods"),
        gettext("HS code"),
        gettext("Desk"),
        clock % {"what": gettext("Filed"), "zone": zone},
        clock % {"what": gettext("Closed"), "zone": zone},
    ]


def _write_row(case: Case, actor: Actor, language: str) -> Iterator[object]:
    yield case.ref
    yield _write_moment(case.due_at)
    yield state_words(case)[1]
    yield str(LANES[case.lane])
    yield say_gist(case)
    yield case.title
    yield call_filer(case, case.identity if may_name_filer(actor, case) else None)
    yield name_in(case.place.names, language) if case.place else case.place_text
    yield name_country(case.country, language) if case.country else ""
    yield case.goods
    yield case.hs
    yield name_desk(case.desk)
    yield _write_moment(case.filed_at)
    yield _write_moment(case.closed_at)


def _write_moment(at: datetime | None) -> str:
    return make_moment_cell(at) if at else ""
