"""What a browser sends when an editor changes a row: all that stands in its form, with what was typed over it."""

from django.urls import reverse

from landsea.corridor import access, access_editing
from landsea.corridor.editing.rows import make_initial_values

POST = "P002"
"""Customs for general goods at Huu Nghi."""


def form_of(kind: str, key: str, **typed) -> dict:
    """What a browser sends for a row as it stands now: all that stands in its form, with what was typed over it."""
    sent = form_of_row(kind, access_editing.find_row_now(kind, key).row)
    return sent | {"seen": access_editing.find_row_now(kind, key).number} | typed


def form_of_row(kind: str, row: dict) -> dict:
    """What a browser sends for this row, but which version of it was seen."""
    initial = make_initial_values(kind, row)
    calls = initial.pop("calls", [])
    sent = {name: value for name, value in initial.items() if value is not None}
    sent |= {"calls-TOTAL_FORMS": len(calls) + 2, "calls-INITIAL_FORMS": len(calls)} if kind == "services" else {}
    for number, call in enumerate(calls):
        sent |= {f"calls-{number}-{name}": value for name, value in call.items()}
    return sent


def edit(kind: str, key: str) -> str:
    """The address of a row's form."""
    return reverse("edit_network_row", args=[kind, key])


def usual_hours() -> str:
    """What the page of the border post says of its customs."""
    page = access.find_current_network()
    return next(row.hours.typical for row in page.procedures if row.id == POST)
