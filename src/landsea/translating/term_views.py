"""The page of official terms, and the same as a file for translators' programs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.ui.languages import OWN_NAMES
from landsea.translating.termbase import all_terms
from landsea_core.termbase import LANGUAGES, write_tbx
from landsea_core.translations import name_key

TBX = "application/x-tbx+xml"


@door("public")
@require_safe
def show_terms(request: HttpRequest) -> HttpResponse:
    """All terms in English and one more language, with where each word was read."""
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
    terms = all_terms()
    groups = [
        (
            topic,
            title,
            [
                (term.names["en"], term.names[language], term.sources.get(language))
                for term in terms
                if term.topic == topic
            ],
        )
        for topic, title in topics.items()
    ]
    context = {
        "language": language,
        "language_name": names[language],
        "groups": groups,
        "number": len(terms),
        "sourced": sum(1 for term in terms if language in term.sources),
        "others": [(code, names[code]) for code in LANGUAGES if code not in (language, "en")],
    }
    return render(request, "translating/terms.html", context)


@door("public")
@require_safe
def download_terms(_request: HttpRequest) -> HttpResponse:
    """All terms as TBX."""
    headers = {"Content-Disposition": 'attachment; filename="landsea.tbx"'}
    return HttpResponse(write_tbx(all_terms()), content_type=TBX, headers=headers)
