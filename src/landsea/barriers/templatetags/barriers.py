"""What piles up, for the coordinator's board."""

from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from landsea.barriers.surges import SeenSurge, find_surges
from landsea.base.ui.countries import name_country
from landsea.cases.access import list_visible_cases
from landsea.directory import access as directory_access
from landsea.directory.models.names import choose_title, name_in

register = template.Library()
MOST_IN_ADDRESS = 80


@register.simple_tag(takes_context=True)
def surges_now(context) -> list[dict]:
    """What piles up beyond the usual, for the coordinator, each with the act that mends it; nothing for anybody else."""
    actor, language = context["request"].actor, get_language() or "en"
    found = find_surges(actor, timezone.now())
    matters = directory_access.find_matter_names([one.matter for one in found])
    places = directory_access.place_names([one.place for one in found])
    cases = {
        case.pk: case for case in list_visible_cases(actor).filter(pk__in=[pk for one in found for pk in one.cases])
    }
    return [
        {
            "surge": one.surge,
            "by_words": one.by_words,
            "example": cases.get(one.cases[0]),
            "matter": name_in(matters.get(one.matter, {}), language) or one.matter,
            "where": name_in(places.get(one.place, {}), language) or name_country(one.country, language),
            "barrier": one.barrier,
            "barrier_title": choose_title(one.barrier, language) if one.barrier else "",
            "url": _mend_url(one, [cases[pk].ref for pk in one.cases if pk in cases]),
        }
        for one in found
    ]


def _mend_url(one: SeenSurge, refs: list[str]) -> str:
    """The barrier that the cases are in, or a form for a new one that holds them already."""
    if one.barrier:
        return reverse("barrier", args=[one.barrier.pk])
    filled = {"cases": ", ".join(refs[:MOST_IN_ADDRESS]), "country": one.country}
    if not one.by_words:
        filled |= {"matter": one.matter, "place": one.place}
    return f"{reverse('barrier_new')}?{urlencode(filled)}"
