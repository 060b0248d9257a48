"""Barriers on pages of other apps."""

from django import template
from django.utils.translation import get_language

from landsea.barriers import access
from landsea.barriers.words import tally_sentence
from landsea.directory.models.names import name_in

register = template.Library()


@register.inclusion_tag("barriers/parts/beside.html")
def barriers_beside(matter: str = "", country: str = "", place_code: str = "", hs: str = "") -> dict:
    """Open barriers that somebody who is about to file may share, with their tally; nothing when none is like it."""
    language = get_language() or "en"
    found = access.open_barriers_like(matter=matter, country=country, place_code=place_code, hs=hs)
    return {
        "barriers": [
            {
                "pk": seen.barrier.pk,
                "title": name_in(seen.barrier.titles, language),
                "tally": tally_sentence(seen.tally),
            }
            for seen in found
        ]
    }


@register.inclusion_tag("barriers/parts/of_case.html")
def barrier_of(case) -> dict:
    """The barrier that a case is in, for whoever sees the case; nothing when it is in none."""
    found = access.barrier_of_case(case.pk)
    return {"barrier": found, "title": name_in(found.titles, get_language() or "en") if found else ""}
