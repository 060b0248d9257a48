"""Barriers on pages of cases and plans: contributed to rooms below, drawn from the barriers' own templates."""

from django.template.loader import render_to_string
from django.utils.translation import get_language

from landsea.barriers import access
from landsea.barriers.labels import tally_sentence
from landsea.base.ui.cards import card
from landsea.cases.access import has_none
from landsea.corridor.contributed import TROUBLES, Trouble
from landsea.directory.models.names import choose_title


@card("filing_shared", order=10)
def show_barriers_like_it(context, known, text: str, **_) -> str:
    """Open barriers that somebody who is about to file may share, with their tally."""
    language = get_language() or "en"
    found = access.open_barriers_like(
        matter=known.matter_code, country=known.country, place_code=known.place_code, hs=known.hs, text=text
    )
    rows = [
        {
            "pk": seen.barrier.pk,
            "title": choose_title(seen.barrier, language),
            "tally": tally_sentence(seen.tally),
        }
        for seen in found
    ]
    return render_to_string("barriers/parts/beside.html", {"barriers": rows})


@card("case_belongs", order=10)
def show_barrier_of_case(context, case) -> str:
    """The barrier that a case is in, for whoever sees the case."""
    found = None if has_none(case, "barrier") else access.find_barrier_of_case(case.pk)
    title = choose_title(found, get_language() or "en") if found else ""
    return render_to_string("barriers/parts/of_case.html", {"barrier": found, "title": title})


def read_troubles() -> list[Trouble]:
    """Return the open barriers as plans warn of them."""
    return [
        Trouble(
            row.pk, row.titles, row.matter, row.chapter, row.place.code if row.place else "", row.country, row.is_demo
        )
        for row in access.list_barriers(closed=False)
    ]


TROUBLES.put(read_troubles)
