"""Help for whoever writes a case: what the desk will ask for, ticked where the text already speaks of it, and rules that
read alike where goods and country do not lead to them."""

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from landsea.base.ui.countries import country_name
from landsea.likeness.words import DEGREES
from landsea.rules.wording import in_words
from landsea.search.alike import rules_alike as find_rules
from landsea_core.text import papers_wanted

register = template.Library()
MOST_READ = 4_000


@register.inclusion_tag("search/papers.html")
def papers_beside(text: str, matter: str) -> dict:
    """Show the list for a matter; nothing when there is none."""
    language = get_language() or "en"
    wanted = papers_wanted((text or "")[:MOST_READ], matter) if matter else []
    return {"papers": [(paper.name(language), paper.mentioned) for paper in wanted]}


@register.inclusion_tag("search/rules_alike.html")
def rules_alike(text: str, hs: str = "", country: str = "", filer_country: str = "") -> dict:
    """Up to three rules of the two countries that read like a text and are not among those its goods lead to."""
    language = get_language() or "en"
    found = find_rules(
        (text or "")[:MOST_READ], hs=hs, country=country, filer_country=filer_country, day=timezone.localdate()
    )
    return {
        "lines": [
            {
                "url": reverse("measure", args=[one.thing.code]),
                "title": in_words(one.thing.title),
                "where": country_name(one.thing.country, language),
                "degree": DEGREES[one.degree],
            }
            for one in found
        ]
    }
