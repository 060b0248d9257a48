"""The page of official terms, and the same as a file for translators' programs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.ui.languages import OWN_NAMES
from landsea.translating.termbase import load_terms
from landsea_core.termbase import LANGUAGES, Term, write_tbx
from landsea_core.translations import name_key

TBX = "application/x-tbx+xml"


@door("public")
@require_safe
def show_terms(request: HttpRequest) -> HttpResponse:
    """All terms in English and one more language, with where each word was read: folded by topic, or those that hold what is
    looked for.
    """
    own = name_key(get_language() or "en")
    asked = request.GET.get("language", "")
    language = asked if asked in LANGUAGES else own if own != "en" else "zh"
    names = {name_key(code): name for code, name in OWN_NAMES.items()}
    topics = {
        "customs": _("Customs"),
        "origin": _("Origin of goods"),
        "quarantine": _("Quarantine and food"),
        "transport": _("Transport"),
        "law": _("Law"),
    }
    terms = load_terms()
    looked_for = request.GET.get("find", "").strip()[:100]
    groups = [
        (
            topic,
            title,
            [
                (term.names["en"], term.names[language], term.sources.get(language))
                for term in terms
                if term.topic == topic and _is_found(term, language, looked_for)
            ],
        )
        for topic, title in topics.items()
    ]
    context = {
        "language": language,
        "language_name": names[language],
        "groups": [group for group in groups if group[2]],
        "looked_for": looked_for,
        "number": len(terms),
        "sourced": sum(1 for term in terms if language in term.sources),
        "others": [(code, names[code]) for code in LANGUAGES if code not in (language, "en")],
    }
    return render(request, "translating/terms.html", context)


def _is_found(term: Term, language: str, looked_for: str) -> bool:
    return not looked_for or any(looked_for.casefold() in term.names[one].casefold() for one in ("en", language))


@door("public")
@require_safe
def download_terms(_request: HttpRequest) -> HttpResponse:
    """All terms as TBX."""
    headers = {"Content-Disposition": 'attachment; filename="landsea.tbx"'}
    return HttpResponse(write_tbx(load_terms()), content_type=TBX, headers=headers)
