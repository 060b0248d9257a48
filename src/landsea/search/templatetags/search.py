"""Help for whoever writes a case: what the desk will ask for, ticked where the text already speaks of it."""

from django import template
from django.utils.translation import get_language

from landsea_core.text import papers_wanted

register = template.Library()
MOST_READ = 4_000


@register.inclusion_tag("search/papers.html")
def papers_beside(text: str, matter: str) -> dict:
    """Show the list for a matter; nothing when there is none."""
    language = get_language() or "en"
    wanted = papers_wanted((text or "")[:MOST_READ], matter) if matter else []
    return {"papers": [(paper.name(language), paper.mentioned) for paper in wanted]}
