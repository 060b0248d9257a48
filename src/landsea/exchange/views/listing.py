"""One entry of the board: what it is, what fits it and why, what one can do, and where it is known from."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.ui.countries import CORRIDOR, name_country
from landsea.base.ui.shapes import Reason
from landsea.directory.desk_cards import write_desk_title
from landsea.directory.labels import GRADES, name_languages
from landsea.directory.models.names import choose_title, name_in
from landsea.exchange import access
from landsea.exchange.entry_words import describe_when, describe_where, place_words
from landsea.exchange.labels import (
    KINDS,
    LISTING_STATES,
    MATCHES,
    REPORTS,
    SECTORS,
)
from landsea.exchange.mapping import GROUP_OF, INTRODUCED, is_archived
from landsea.exchange.views.board import shape_listing
from landsea.rules import access as rules_access
from landsea.rules.presenters import shape_measure
from landsea_core.text.default_reader import find_goods_name, write_goods


@door("public")
@require_safe
def show_listing(request, listing_id: int):
    """One entry: what it is, what fits it and why, what one can do, and where it is known from."""
    return draw_listing_page(request, access.find_listing(request.actor, listing_id))


def draw_listing_page(request, found, *, refused: str = "", typed: dict | None = None, status: int = 200):
    """Return the page of an entry, with the sentence of a refused act where there is one."""
    actor, language, now = request.actor, get_language() or "en", timezone.now()
    group = GROUP_OF[found.kind]
    words_language, words = access.choose_words(found, language)
    context = {
        "listing": found,
        "here": f"listing:{found.pk}",
        "title": choose_title(found, language),
        "text": name_in(found.texts, language),
        "words": words,
        "words_language": words_language,
        "kind": KINDS[found.kind],
        "state": LISTING_STATES[found.state],
        "archived": is_archived(found, now.date()),
        "where": describe_where(found, language),
        "place": place_words(found, language),
        "when": describe_when(found),
        "sectors": ", ".join(str(SECTORS.get(sector, sector)) for sector in found.sectors),
        "goods": [write_goods(code, language) for code in found.hs],
        "languages": name_languages(found.languages, language),
        "grade": GRADES.get(found.grade, found.grade),
        "desk": write_desk_title(found.desk, language) if found.desk else "",
        "matches": [
            (shape_listing(other, language), [Reason(_match_words(reason, language)) for reason in fit.reasons])
            for other, fit in access.list_matches(found, now)
        ],
        "policies": [shape_listing(one, language) for one in access.list_policies(found)],
        "may_ask": found.code is None and found.kind in INTRODUCED and found.state == "shown",
        "registers": found.capacity is not None,
        "open_until": found.register_by if found.register_by and found.register_by > now else None,
        "places_left": access.count_places_left(found) if found.capacity is not None else 0,
        "rules": _rules_behind(found, now),
        "ready": _readiness_of(found, language),
        "travel": _visa_countries(found) if group in ("events", "learning", "travel") else [],
        "has_day": group in ("events", "learning") and len(found.starts) == len("2026-03-18"),
        "seen": access.compute_digest_of_words(found),
        "manages": access.may_manage(actor, found),
        "reports": [(REPORTS[one.kind], one.words) for one in access.list_reports(actor, found)],
        "contact": access.find_own_contact(found, actor),
        "report_kinds": list(REPORTS.items()),
        "refused": refused,
        "typed": typed or {},
    }
    return render(request, "exchange/listing.html", context, status=status)


def _match_words(reason, language: str) -> str:
    value = reason.value
    if reason.code == "country":
        value = ", ".join(name_country(code, language) for code in value.split(", "))
    elif reason.code == "sector":
        value = ", ".join(str(SECTORS.get(code, code)) for code in value.split(", "))
    elif reason.code == "language":
        value = name_languages(value.split(", "), language)
    return str(MATCHES[reason.code]) % {"value": value}


def _rules_behind(found, now) -> list:
    """Return the measures behind an entry with their standing today; codes that the book does not know are left out."""
    book = rules_access.read_published_book() if found.measures else None
    newest = [book.versions(code)[-1] for code in found.measures if book.versions(code)] if book else []
    return [shape_measure(measure, book.standing(measure, now.date()), now.date()) for measure in newest]


def _readiness_of(found, language: str) -> list[tuple[str, str]]:
    """Return (what the goods need from one country into another, address of that checklist) for goods on the board."""
    if GROUP_OF[found.kind] != "goods" or found.desk is None:
        return []
    home = found.desk.office.calendar_country
    rows = []
    for code in found.hs[:2]:
        name = find_goods_name(code, language)
        for other in [country for country in found.countries if country != home][:3]:
            origin, destination = (home, other) if found.kind == "goods_offered" else (other, home)
            query = urlencode({"purpose": "sell", "goods": code, "origin": origin, "destination": destination})
            words = _("What HS %(code)s needs from %(origin)s into %(destination)s") % {
                "code": f"{code} ({name})" if name else code,
                "origin": name_country(origin, language),
                "destination": name_country(destination, language),
            }
            rows.append((words, f"{reverse('checklist')}?{query}"))
    return rows


def _visa_countries(found) -> list[tuple[str, str]]:
    """Return (country, its code) of each country to which one may need a visa for this."""
    language = get_language() or "en"
    somewhere = found.place is not None and GROUP_OF[found.kind] != "travel"
    where = [found.place.country] if somewhere else found.countries
    return [(name_country(code, language), code) for code in where if code in CORRIDOR][:3]
