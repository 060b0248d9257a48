"""The only reads of figures for people. All of it is public; what is shown carries source, date and grade."""

from dataclasses import dataclass

from django.db.models import Count, Max, Q, QuerySet

from landsea.base.audit.access import list_entries
from landsea.base.kept import Kept
from landsea.figures import mapping
from landsea.figures.models import Observation, Printed, Ruling, Series, Verdict
from landsea_core.figures.facts import Contradiction, check_facts
from landsea_core.figures.observations import Observation as CoreObservation


@dataclass(frozen=True)
class Ruled:
    """A contradiction with the rows it is about and the last ruling, if there is one."""

    key: str
    contradiction: Contradiction
    rows: tuple[Printed, ...]
    ruling: Ruling | None


def list_series() -> QuerySet[Series]:
    """Return the series in service, with the number of their observations."""
    counted = Count("observations", filter=Q(observations__retired_at=None))
    return Series.objects.filter(retired_at=None).annotate(count=counted).order_by("position", "code")


def compute_series_mark() -> tuple:
    """Return what changes when series are loaded again, for whoever keeps their words."""
    return _mark_of(Series)


def find_series(code: str) -> Series | None:
    """Return one series in service."""
    return Series.objects.filter(retired_at=None, code=code).first()


def list_current_observations(series: Series | None = None) -> QuerySet[Observation]:
    """Return the observations in service, revised ones too, by series and month."""
    rows = Observation.objects.filter(retired_at=None).select_related("series", "printed", "revises")
    if series is not None:
        rows = rows.filter(series=series)
    return rows.order_by("series__position", "first_month", "code")


def list_printed_rows() -> QuerySet[Printed]:
    """Return the rows as printed."""
    return Printed.objects.filter(retired_at=None).order_by("position", "code")


def list_held_observations() -> tuple[CoreObservation, ...]:
    """Return the observations that statements are compared with, kept in this process until they change."""
    return OBSERVED.get("held", _read_held)


def _read_held() -> tuple[CoreObservation, ...]:
    return tuple(mapping.read_observation(row) for row in list_current_observations().exclude(series__groups=[]))


def find_contradictions() -> list[Ruled]:
    """Return what does not fit among the printed rows, each with its last ruling."""
    found, rows = PRINTED.get("found", _check_printed)
    last = find_last_rulings()
    return [Ruled(make_key(one), one, tuple(rows[name] for name in one.ids), last.get(make_key(one))) for one in found]


def _check_printed() -> tuple[list[Contradiction], dict[str, Printed]]:
    rows = {row.code: row for row in list_printed_rows()}
    return check_facts(mapping.read_fact(row) for row in rows.values()), rows


def find_contradiction(key: str) -> Ruled | None:
    """Return one contradiction."""
    return next((one for one in find_contradictions() if one.key == key), None)


def make_key(contradiction: Contradiction) -> str:
    """Return what names a contradiction when the rules are run again: its rule and rows."""
    return f"{contradiction.rule}:{'+'.join(sorted(contradiction.ids))}"


def find_last_rulings() -> dict[str, Ruling]:
    """Return the last ruling on each contradiction."""
    newest = Ruling.objects.values("contradiction").annotate(last=Max("pk")).values("last")
    return {row.contradiction: row for row in Ruling.objects.filter(pk__in=newest).select_related("by")}


def list_rulings(key: str) -> QuerySet[Ruling]:
    """Return all rulings on a contradiction, the newest first."""
    return Ruling.objects.filter(contradiction=key).select_related("by").order_by("-pk")


def _mark_of(model: type[Observation] | type[Printed] | type[Series]) -> tuple:
    """Return what changes when a table of figures is loaded again."""
    rows = model.objects.filter(retired_at=None)
    return *rows.aggregate(all=Count("pk"), last=Max("pk")).values(), list_entries("figures:load").count()


OBSERVED, PRINTED = Kept(lambda: _mark_of(Observation)), Kept(lambda: _mark_of(Printed))


def list_all_rulings() -> QuerySet[Ruling]:
    """Return every ruling in the order in which they were made."""
    return Ruling.objects.order_by("at", "pk")


def open_contradictions() -> list[Ruled]:
    """Return the contradictions that nobody ruled on, or that were opened again."""
    return [one for one in find_contradictions() if one.ruling is None or one.ruling.verdict == Verdict.OPEN]
