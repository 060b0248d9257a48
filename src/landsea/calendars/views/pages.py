"""The public pages of calendars: which countries there are, one country's year, and the same for calendar programs."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.ui.countries import list_country_options, name_country
from landsea.calendars import access, shown_days
from landsea.calendars.feed import write_icalendar
from landsea_core.clock import MALAYSIAN_STATES, format_hours


@door("public")
@require_safe
def show_calendars(request: HttpRequest) -> HttpResponse:
    """The twelve countries, each with its years."""
    language, this_year = get_language() or "en", timezone.now().year
    years = [year for year in range(this_year - 1, this_year + 2) if access.FIRST_YEAR <= year <= access.LAST_YEAR]
    return render(request, "calendars/calendars.html", {"countries": list_country_options(language), "years": years})


@door("public")
@require_safe
def show_calendar_year(request: HttpRequest, country: str, year: int) -> HttpResponse:
    """One country's year: holidays, make-up working days and shorter days, each with status and source."""
    language, found = get_language() or "en", _calendar_found(request, country, year)
    table = found.calendar
    return render(
        request,
        "calendars/year.html",
        {
            "shown": found,
            "title": _title_of(found),
            "country": name_country(found.country, language),
            "months": shown_days.group_by_month(found.days, language),
            "weekend": shown_days.name_weekend(table.weekend, language),
            "hours": format_hours(next(filter(None, table.hours))).replace("-", "–"),
            "states": access.find_subdivisions(found.country),
            "state": request.GET.get("state", ""),
            "years": [one for one in (year - 1, year + 1) if access.FIRST_YEAR <= one <= access.LAST_YEAR],
        },
    )


@door("public")
@require_safe
def send_calendar_feed(request: HttpRequest, country: str, year: int) -> HttpResponse:
    """The same year as an iCalendar file."""
    found = _calendar_found(request, country, year)
    response = HttpResponse(
        write_icalendar(found, _title_of(found), timezone.now()), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = f'inline; filename="{found.country}-{found.year}.ics"'
    return response


def _calendar_found(request: HttpRequest, country: str, year: int) -> access.CountryYear:
    try:
        found = access.find_country_year(country.upper(), year, request.GET.get("state", ""))
    except ValueError as error:
        raise Http404 from error
    if found is None:
        raise Http404
    return found


def _title_of(found: access.CountryYear) -> str:
    name = name_country(found.country, get_language() or "en")
    if found.subdivision:
        name = f"{name}, {dict(access.find_subdivisions(found.country)).get(_short_code(found), found.subdivision)}"
    return _("Working days of %(country)s in %(year)s") % {"country": name, "year": found.year}


def _short_code(found: access.CountryYear) -> str:
    """Return the code under which a subdivision is offered for choosing."""
    return MALAYSIAN_STATES[found.subdivision][0] if found.country == "MY" else found.subdivision
