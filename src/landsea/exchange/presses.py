"""The board's filters by a press: what it holds, group by group and kind by kind, each with how many entries are there."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from landsea.base.ui.shapes import Tab
from landsea.exchange.labels import GROUPS, KINDS
from landsea.exchange.mapping import GROUP_OF
from landsea.exchange.mapping import GROUPS as KINDS_OF
from landsea.exchange.models import Listing

DATED = ("events", "learning")
"""Groups in which the day counts: what comes next stands first."""


def list_presses(rows: Iterable[Listing], query: QueryDict, group: str, kind: str) -> tuple[list[Tab], list[Tab]]:
    """Return the links for the groups and, where one is chosen, for its kinds that have entries. `rows` are all that fit the
    other filters of `query`, which the links keep.
    """
    kinds = Counter(row.kind for row in rows)
    counts = Counter({name: sum(kinds[one] for one in members) for name, members in KINDS_OF.items()})
    groups = [Tab(_("Everything"), _address(query, "", ""), not group, sum(counts.values()))]
    groups += [
        Tab(str(words), _address(query, name, ""), name == group, counts[name])
        for name, words in GROUPS.items()
        if counts[name]
    ]
    inner = [
        Tab(str(KINDS[one]), _address(query, group, one), one == kind, kinds[one])
        for one in KINDS_OF.get(group, ())
        if kinds[one]
    ]
    return groups, inner if len(inner) > 1 or kind else []


def find_group(kind: str, group: str) -> str:
    """Return the group that is looked at: that of the kind, where one is chosen."""
    return GROUP_OF.get(kind, group if group in KINDS_OF else "")


def order_by_day(rows: list[Listing], today: date) -> list[Listing]:
    """Return entries as they come: those ahead by their first day, then those that come again or began before, newest first."""
    first = today.isoformat()
    ahead: list[Listing] = []
    others: list[Listing] = []
    for row in rows:
        (ahead if row.starts and row.starts >= first[: len(row.starts)] else others).append(row)
    return sorted(ahead, key=lambda row: row.starts) + sorted(others, key=lambda row: row.starts, reverse=True)


def _address(query: QueryDict, group: str, kind: str) -> str:
    kept = query.copy()
    for name, value in (("group", group), ("kind", kind), ("from", "")):
        kept.pop(name, None)
        if value:
            kept[name] = value
    return f"?{kept.urlencode()}"
