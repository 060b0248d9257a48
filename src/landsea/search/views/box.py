"""One box over everything: what is open to all, and the cases that the one who asks may see."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.ui.countries import country_name, country_options
from landsea.cases.gist import gist_of
from landsea.directory.models.names import name_in, title_in
from landsea.likeness.labels import DEGREES
from landsea.rules.rule_translations import words_for_reader
from landsea.search import access
from landsea.search.alike import BARRIERS, Also, also_of_use
from landsea.search.labels import KIND_WORDS, ONE_OF_KIND
from landsea_core.text import clean_text


@door("public")
@require_safe
def show_search(request: HttpRequest) -> HttpResponse:
    """Show what was found for `q`, perhaps of one `kind` and in one `country`."""
    typed = clean_text(request.GET.get("q", "")).text[: access.MOST_CHARACTERS]
    country, kind = clean_text(request.GET.get("country", "")).text[:2].upper(), request.GET.get("kind", "")
    language = get_language() or "en"
    actor = request.actor
    found = access.search_all(actor, typed, language, country=country, kind=kind)
    context = {
        "typed": typed,
        "country": country,
        "kind": kind if kind in access.KINDS else "",
        "countries": country_options(language),
        "kinds": [(code, KIND_WORDS[code]) for code in access.KINDS],
        "found": found,
        "counts": [(KIND_WORDS[code], _count_in_words(count), code) for code, count in found.counts],
        "more": any(count > access.PAGE for code, count in found.counts if code in (access.CASES, access.MEASURES)),
        "page_size": access.PAGE,
        "filtered": bool(country or kind in access.KINDS),
        "cases": [(one, country_name(one.case.country, language)) for one in found.cases],
        "measures": [
            (one.code, words_for_reader(one.title), country_name(one.country, language)) for one in found.measures
        ],
        "experiences": [(one.experience.pk, one.title) for one in found.experiences],
        "names": [
            *((reverse("desk_page", args=[one.code]), name_in(one.names, language)) for one in found.names.desks),
            *((reverse("office_page", args=[one.code]), name_in(one.names, language)) for one in found.names.offices),
        ],
        "places": [
            (one.code, name_in(one.names, language), country_name(one.country, language)) for one in found.names.places
        ],
        "also": [
            _line_alike(one, language) for one in also_of_use(actor, typed, language, found, country=country, kind=kind)
        ],
        "searches_cases": actor.user_id is not None,
    }
    return render(request, "search/search.html", context)


def _line_alike(one: Also, language: str) -> dict:
    """A line of the second list: what it is, where it leads, its title, in which country, and how alike in words."""
    thing = one.thing
    if one.kind == access.CASES:
        url, title, where = (
            reverse("case", args=[thing.ref]),
            f"{thing.ref} {gist_of(thing) or thing.title}",
            thing.country,
        )
    elif one.kind == access.MEASURES:
        url, title, where = reverse("measure", args=[thing.code]), words_for_reader(thing.title), thing.country
    elif one.kind == access.EXPERIENCES:
        url, title, where = reverse("experience", args=[thing.experience.pk]), thing.title, ""
    elif one.kind == BARRIERS:
        url, title, where = reverse("barrier", args=[thing.pk]), title_in(thing, language), thing.country
    else:
        url, title, where = (
            reverse("desk_page", args=[thing.code]),
            name_in(thing.names, language),
            thing.office.country,
        )
    return {
        "kind": ONE_OF_KIND[one.kind],
        "url": url,
        "title": title,
        "where": country_name(where, language) if where else "",
        "degree": DEGREES[one.degree],
    }


def _count_in_words(count: int) -> str:
    """A count as it is shown: it stops at a thousand."""
    return f"{access.MOST_COUNTED}+" if count >= access.MOST_COUNTED else str(count)
