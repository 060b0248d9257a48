"""Help for whoever writes a case: what the desk will ask for, ticked where the text already speaks of it, and rules that
read alike where goods and country do not lead to them."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from landsea.base.ui.cards import card
from landsea.base.ui.countries import name_country
from landsea.likeness.labels import DEGREES
from landsea.rules.rule_translations import choose_words_for_reader
from landsea.search.alike import find_rules_alike as find_rules
from landsea_core.text import list_papers_wanted

MOST_READ = 4_000


@card("filing_more", order=20)
def show_papers_wanted(context, known, text: str, **_) -> str:
    """What the desk will ask for in this matter, ticked where the text already speaks of it."""
    language, matter = get_language() or "en", known.matter_code
    wanted = list_papers_wanted((text or "")[:MOST_READ], matter) if matter else []
    papers = [(paper.find_name(language), paper.mentioned) for paper in wanted]
    return render_to_string("search/papers.html", {"papers": papers})


@card("filing_more", order=10)
def show_rules_alike(context, known, text: str, filer_country: str = "") -> str:
    """Up to three rules of the two countries that read like a text and are not among those its goods lead to."""
    language = get_language() or "en"
    found = find_rules(
        (text or "")[:MOST_READ],
        hs=known.hs,
        country=known.country,
        filer_country=filer_country,
        day=timezone.localdate(),
    )
    lines = [
        {
            "url": reverse("measure", args=[one.thing.code]),
            "title": choose_words_for_reader(one.thing.title),
            "where": name_country(one.thing.country, language),
            "degree": DEGREES[one.degree],
        }
        for one in found
    ]
    return render_to_string("search/rules_alike.html", {"lines": lines})
