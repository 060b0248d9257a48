"""What stands beside a case in tables of its own: asks, talks, papers, links, and so on. Most cases have none of most of them,
so a page that shows them all asks once, by one statement, which there are, and what there is none of is not read at all.

A room above names its table when Django starts: `BESIDE.put(Beside("talk", Talk))`.
"""

from dataclasses import dataclass

from django.db import connections
from django.db.models import Model

from landsea.base.contributions import Slot
from landsea.cases.models import Case, CaseFile, CaseLink, NameOpening, Redaction


@dataclass(frozen=True)
class Beside:
    """Rows of `model` that belong to the case whose number stands for each %s of the condition `where`."""

    name: str
    model: type[Model]
    where: str = "case_id = %s"


BESIDE: Slot[Beside] = Slot("what may stand beside a case")
BESIDE.put(Beside("file", CaseFile))
BESIDE.put(Beside("link", CaseLink, "case_id = %s OR other_id = %s"))
BESIDE.put(Beside("opening", NameOpening))
BESIDE.put(Beside("redaction", Redaction))


def look_beside(case: Case) -> None:
    """Note on this case, for the page that is about to be drawn of it, what stands beside it now; by one statement."""
    statement, times = _make_statement()
    with connections[case._state.db or "default"].cursor() as cursor:
        cursor.execute(statement, [case.pk] * times)
        case.beside = frozenset(name for (name,) in cursor.fetchall())


def has_none(case: Case, name: str) -> bool:
    """True where somebody looked beside this case and found nothing of this name; False too where nobody looked."""
    return case.beside is not None and name not in case.beside


def _make_statement() -> tuple[str, int]:
    """Return the statement that gives the names of what there is, and how often it wants the case's number."""
    parts = [
        f"SELECT '{one.name}' WHERE EXISTS (SELECT 1 FROM {one.model._meta.db_table} WHERE {one.where})"
        for one in BESIDE
    ]
    return " UNION ALL ".join(parts), sum(one.where.count("%s") for one in BESIDE)
