"""The board and one entry of it, and their calendar."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.base.doors import door, proven_actor
from landsea.base.ui.countries import CORRIDOR, country_name, country_options
from landsea.base.ui.shapes import Filter, Pages, Reason
from landsea.base.ui.times import written_day
from landsea.directory.desk_cards import desk_title
from landsea.directory.labels import GRADES, language_names
from landsea.directory.models.names import name_in
from landsea.exchange import access
from landsea.exchange.calendars import feed_of_events
from landsea.exchange.fact_phrases import phrase_in_words
from landsea.exchange.facts import GROUP_OF, INTRODUCED, is_archived
from landsea.exchange.labels import (
    GROUPS,
    KINDS,
    LISTING_STATES,
    MATCHES,
    REPORTS,
    SECTORS,
)
from landsea.rules import access as rules_access
from landsea.rules.showing import line_of

ON_A_PAGE = 30


@door("public")
@require_safe
def show_board(request):
    """What is offered, wanted, planned and taught, as a sentence of filters and a list."""
    language, now = get_language() or "en", timezone.now()
    chosen = {name: request.GET.get(name, "")[:60] for name in ("group", "country", "sector", "q", "when")}
    query = access.Query(
        chosen["group"],
        chosen["country"] if chosen["country"] in CORRIDOR else "",
        chosen["sector"],
        chosen["q"],
        archived=chosen["when"] == "past",
    )
    found = access.find_listings(query, now)
    typed = request.GET.get("from", "")
    start = min(int(typed), 100_000) if typed.isdecimal() and len(typed) < 10 else 0
    shown = found[start : start + ON_A_PAGE]
    any_words = _("anything")
    filters = [
        Filter(
            "group",
            _("What"),
            (("", any_words), *((code, str(said)) for code, said in GROUPS.items())),
            chosen["group"],
        ),
        Filter("sector", _("Sector"), (("", _("any sector")), *_texts_of(SECTORS)), chosen["sector"]),
        Filter("country", _("Country"), (("", _("any country")), *country_options(language)), chosen["country"]),
        Filter("when", _("When"), (("", _("now and to come")), ("past", _("in the archive"))), chosen["when"]),
    ]
    context = {
        "filters": filters,
        "q": chosen["q"],
        "rows": [row_of(listing, language) for listing in shown],
        "pages": _pages_of(request, start, len(shown), len(found)),
        "outcomes": access.count_outcomes(),
        "moderates": proven_actor(request).works_at_desks,
    }
    return render(request, "exchange/board.html", context)


def _texts_of(words: dict) -> tuple:
    return tuple((code, str(said)) for code, said in words.items())


def _pages_of(request, start: int, shown: int, total: int) -> Pages:
    def url(at: int) -> str:
        query = request.GET.copy()
        query["from"] = at
        return f"?{query.urlencode()}"

    return Pages(
        first=start + 1 if shown else 0,
        last=start + shown,
        total=total,
        before_url=url(max(0, start - ON_A_PAGE)) if start else "",
        after_url=url(start + ON_A_PAGE) if start + shown < total else "",
    )


def row_of(listing, language: str) -> dict:
    """Return an entry as lists show it."""
    return {
        "listing": listing,
        "title": name_in(listing.titles, language),
        "kind": KINDS[listing.kind],
        "where": where_words(listing, language),
        "when": when_words(listing),
    }


def where_words(listing, language: str) -> str:
    """Return the place, or the countries."""
    place = phrase_in_words(listing, listing.place_text) or (
        name_in(listing.place.names, language) if listing.place else ""
    )
    countries = ", ".join(country_name(code, language) for code in listing.countries[:4])
    countries += "" if len(listing.countries) <= 4 else " …"
    return " · ".join(dict.fromkeys(filter(None, (place, countries))))


def when_words(listing) -> str:
    """Return the days as they are known, and whether it comes again."""
    known = filter(None, (listing.starts, listing.ends if listing.ends != listing.starts else ""))
    days = " – ".join(written_day(day, get_language() or "en") for day in known)
    return " · ".join(filter(None, (days, phrase_in_words(listing, listing.recurring))))


@door("public")
@require_safe
def show_listing(request, listing_id: int):
    """One entry: what it is, what fits it and why, what one can do, and where it is known from."""
    return listing_page(request, access.listing_for(proven_actor(request), listing_id))


def listing_page(request, found, *, refused: str = "", typed: dict | None = None, status: int = 200):
    """Return the page of an entry, with the sentence of a refused act where there is one."""
    actor, language, now = proven_actor(request), get_language() or "en", timezone.now()
    group = GROUP_OF[found.kind]
    context = {
        "listing": found,
        "title": name_in(found.titles, language),
        "text": name_in(found.texts, language),
        "kind": KINDS[found.kind],
        "state": LISTING_STATES[found.state],
        "archived": is_archived(found, now.date()),
        "where": where_words(found, language),
        "when": when_words(found),
        "sectors": ", ".join(str(SECTORS.get(sector, sector)) for sector in found.sectors),
        "languages": language_names(found.languages, language),
        "grade": GRADES.get(found.grade, found.grade),
        "desk": desk_title(found.desk, language) if found.desk else "",
        "matches": [
            (row_of(other, language), [Reason(_match_words(reason, language)) for reason in fit.reasons])
            for other, fit in access.matches_of(found, now)
        ],
        "policies": [row_of(one, language) for one in access.policies_of(found)],
        "may_ask": found.code is None and found.kind in INTRODUCED and found.state == "shown",
        "registers": found.capacity is not None,
        "open_until": found.register_by if found.register_by and found.register_by > now else None,
        "places_left": access.places_left(found) if found.capacity is not None else 0,
        "rules": _rules_behind(found, now),
        "ready": _readiness_of(found, language),
        "travel": _visa_countries(found) if group in ("events", "learning", "travel") else [],
        "has_day": group in ("events", "learning") and len(found.starts) == len("2026-03-18"),
        "manages": access.may_manage(actor, found),
        "reports": [(REPORTS[one.kind], one.words) for one in access.reports_of(actor, found)],
        "contact": access.own_contact(found, actor),
        "report_kinds": list(REPORTS.items()),
        "refused": refused,
        "typed": typed or {},
    }
    return render(request, "exchange/listing.html", context, status=status)


def _match_words(reason, language: str) -> str:
    value = reason.value
    if reason.code == "country":
        value = ", ".join(country_name(code, language) for code in value.split(", "))
    elif reason.code == "sector":
        value = ", ".join(str(SECTORS.get(code, code)) for code in value.split(", "))
    elif reason.code == "language":
        value = language_names(value.split(", "), language)
    return str(MATCHES[reason.code]) % {"value": value}


def _rules_behind(found, now) -> list:
    """Return the measures behind an entry with their standing today; codes that the book does not know are left out."""
    book = rules_access.book() if found.measures else None
    newest = [book.versions(code)[-1] for code in found.measures if book.versions(code)] if book else []
    return [line_of(measure, book.standing(measure, now.date()), now.date()) for measure in newest]


def _readiness_of(found, language: str) -> list[tuple[str, str]]:
    """Return (what the goods need from one country into another, address of that checklist) for goods on the board."""
    if GROUP_OF[found.kind] != "goods" or found.desk is None:
        return []
    home = found.desk.office.calendar_country
    rows = []
    for code in found.hs[:2]:
        for other in [country for country in found.countries if country != home][:3]:
            origin, destination = (home, other) if found.kind == "goods_offered" else (other, home)
            query = urlencode({"purpose": "sell", "goods": code, "origin": origin, "destination": destination})
            words = _("What HS %(code)s needs from %(origin)s into %(destination)s") % {
                "code": code,
                "origin": country_name(origin, language),
                "destination": country_name(destination, language),
            }
            rows.append((words, f"{reverse('checklist')}?{query}"))
    return rows


def _visa_countries(found) -> list[tuple[str, str]]:
    """Return (country, its code) of each country to which one may need a visa for this."""
    language = get_language() or "en"
    somewhere = found.place is not None and GROUP_OF[found.kind] != "travel"
    where = [found.place.country] if somewhere else found.countries
    return [(country_name(code, language), code) for code in where if code in CORRIDOR][:3]


@door("public")
@require_safe
def calendar_feed(request):
    """Events to come, as a calendar to subscribe to."""
    now = timezone.now()
    return _answer_with_calendar(
        feed_of_events(access.find_events(now), now=now, language=get_language() or "en"), "landsea-events.ics"
    )


@door("public")
@require_safe
def calendar_of_one(request, listing_id: int):
    """One event for one's calendar."""
    found = access.listing_for(proven_actor(request), listing_id)
    return _answer_with_calendar(
        feed_of_events([found], now=timezone.now(), language=get_language() or "en"), f"event-{found.pk}.ics"
    )


def _answer_with_calendar(text: str, name: str) -> HttpResponse:
    return HttpResponse(
        text,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
