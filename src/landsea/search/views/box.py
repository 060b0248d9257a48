"""One box over everything: what is open to all, and the cases that the one who asks may see."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.findable import FoundLine
from landsea.base.ui.countries import list_country_options, name_country
from landsea.cases.gist import say_gist
from landsea.cases.labels import name_language
from landsea.directory.models.names import choose_title, name_in
from landsea.likeness.labels import DEGREES
from landsea.rules.rule_translations import choose_words_for_reader
from landsea.search import access
from landsea.search.alike import BARRIERS, Also, find_also_of_use
from landsea.search.labels import KIND_WORDS, ONE_OF_KIND
from landsea_core.text import clean_text
from landsea_core.text.default_reader import read_language
from landsea_core.text.languages import tell_language_by_script
from landsea_core.text.marking import mark_words
from landsea_core.translations import name_key

SURELY_READ = 40
"""Characters; of fewer, names and codes among them, the language is a guess that nobody is told."""
FEW = 8
"""So many lines of several kinds, or fewer, are one list: a phone shows each once, and not the nearest of them twice."""


@door("public")
@require_safe
def show_search(request: HttpRequest) -> HttpResponse:
    """Show what was found for `q`, perhaps of one `kind` and in one `country`."""
    typed = clean_text(request.GET.get("q", "")).text[: access.MOST_CHARACTERS]
    country, kind = clean_text(request.GET.get("country", "")).text[:2].upper(), request.GET.get("kind", "")
    language = get_language() or "en"
    actor = request.actor
    found = access.search_all(actor, typed, country=country, kind=kind)
    lists = [
        (code, KIND_WORDS[code], lines, _count_of_more(code, found, kind), code in found.near)
        for code in access.KINDS
        if (lines := [_line_found(code, line, found, language) for line in found.lines.get(code, ())])
    ]
    first = [(code, line) for code, line in found.first] if len(lists) > 1 else []
    if first and _are_few(found):
        first = list(dict.fromkeys([*first, *((code, one) for code, lines in found.lines.items() for one in lines)]))
        lists = []
    context = {
        "typed": typed,
        "country": country,
        "kind": kind if kind in access.KINDS else "",
        "countries": list_country_options(language),
        "kinds": [(code, KIND_WORDS[code]) for code in access.KINDS],
        "counts": [(KIND_WORDS[code], _count_in_words(count), code) for code, count in found.counts],
        "are_listed": bool(lists),
        "more": any(count > access.PAGE for code, count in found.counts if code == access.CASES or kind),
        "page_size": access.PAGE,
        "filtered": bool(country or kind in access.KINDS),
        "cases": [(one, name_country(one.case.country, language)) for one in found.cases],
        "first": [_line_found(code, line, found, language) for code, line in first],
        "lists": lists,
        "also": [
            _line_alike(one, language)
            for one in find_also_of_use(actor, typed, language, found, country=country, kind=kind)
        ],
        "searches_cases": actor.user_id is not None,
    }
    return render(request, "search/search.html", context)


def _are_few(found: access.Results) -> bool:
    """Say whether all public lines fit into one short list. Where a kind has only what is near, its own list says so."""
    public = sum(count for code, count in found.counts if code != access.CASES)
    return public <= FEW and not found.near and not found.cases


def _count_of_more(code: str, found: access.Results, kind: str) -> str:
    """How many there are of a kind of which a page with all kinds shows some only; empty where all are shown."""
    count = dict(found.counts).get(code, 0)
    return _count_in_words(count) if not kind and count > len(found.lines[code]) else ""


def _line_found(code: str, line: FoundLine, found: access.Results, language: str) -> dict:
    """A line of a list: its kind, where it leads, its title, in which country, how it stands, a name that belongs to it,
    and words around what was looked for.
    """
    other = _language_of_words(line.words, language)
    return {
        "kind": ONE_OF_KIND[code],
        "url": line.url,
        "title": line.title,
        "where": name_country(line.country, language) if line.country else "",
        "state": line.state,
        "named": mark_words(line.named, found.words) if line.named else (),
        "pieces": mark_words(line.words, found.words) if line.words else (),
        "language": other,
        "in_language": name_language(other, language) if other and len(line.words) >= SURELY_READ else "",
    }


def _language_of_words(words: str, language: str) -> str:
    """Return the language of words that stand as they were written, where it is not the page's; empty where it is."""
    own = tell_language_by_script(words) or (read_language(words).value if words else "")
    return own if own and own != name_key(language) else ""


def _line_alike(one: Also, language: str) -> dict:
    """A line of the second list: what it is, where it leads, its title, in which country, and how alike in words."""
    thing = one.thing
    if one.kind == access.CASES:
        url, title, where = (
            reverse("case", args=[thing.ref]),
            f"{thing.ref} {say_gist(thing) or thing.title}",
            thing.country,
        )
    elif one.kind == access.MEASURES:
        url, title, where = reverse("measure", args=[thing.code]), choose_words_for_reader(thing.title), thing.country
    elif one.kind == access.EXPERIENCES:
        url, title, where = reverse("experience", args=[thing.experience.pk]), thing.title, ""
    elif one.kind == BARRIERS:
        url, title, where = reverse("barrier", args=[thing.pk]), choose_title(thing, language), thing.country
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
        "where": name_country(where, language) if where else "",
        "degree": DEGREES[one.degree],
    }


def _count_in_words(count: int) -> str:
    """A count as it is shown: it stops at a thousand."""
    return f"{access.MOST_COUNTED}+" if count >= access.MOST_COUNTED else str(count)
