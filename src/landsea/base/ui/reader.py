"""Which language and which clock a reader gets, from what the browser sent and who signed in. Asks no database.

A choice made on a page wins over an account's, that over what the browser prefers. A clock nobody chose is that of the device
(`frontend/scripts/clock.js` says it in a cookie of its own); without a script it is the one of the country
that a page knows its reader to be in, else the one where most readers of the language live.
"""

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from babel.dates import get_timezone_gmt, get_timezone_location
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.utils.translation.trans_real import parse_accept_lang_header

from landsea.base.actors import Actor
from landsea.base.ui.countries import CITIES_SAID_OTHERWISE
from landsea.base.ui.times import find_locale
from landsea_core.clock.countries import COUNTRIES, find_usual_hours
from landsea_core.text.traditional import TRADITIONAL

ZONE_COOKIE, DEVICE_COOKIE = "zone", "device_zone"
HIDDEN_ZONES = ("UTC", "Etc/UTC", "GMT", "Etc/GMT", "Atlantic/Reykjavik")
"""What browsers say that hide their zone, Tor Browser and Firefox the last one. Nobody loses: Iceland's clock is UTC."""
ONE_YEAR = 365 * 24 * 3600
ZONE_OF_LANGUAGE = {
    "vi": "Asia/Ho_Chi_Minh",
    "zh-hans": "Asia/Shanghai",
    "zh-hant": "Asia/Taipei",
    "lo": "Asia/Vientiane",
    "th": "Asia/Bangkok",
    "km": "Asia/Phnom_Penh",
    "my": "Asia/Yangon",
    "id": "Asia/Jakarta",
    "ms": "Asia/Kuala_Lumpur",
    "fil": "Asia/Manila",
}
IN_TRADITIONAL = frozenset(("hant", "tw", "hk", "mo"))
"""Parts of a code of Chinese (zh-TW, zh-Hant-HK) by which a browser asks for traditional characters."""
CORRIDOR_ZONES = (
    "Asia/Shanghai",
    "Asia/Ho_Chi_Minh",
    "Asia/Vientiane",
    "Asia/Bangkok",
    "Asia/Phnom_Penh",
    "Asia/Yangon",
    "Asia/Kuala_Lumpur",
    "Asia/Singapore",
    "Asia/Brunei",
    "Asia/Jakarta",
    "Asia/Makassar",
    "Asia/Jayapura",
    "Asia/Manila",
    "Asia/Dili",
    "UTC",
)


def find_ready_language(code: str | None) -> str | None:
    """Return the language of our pages that fits a code as browsers write it (vi-VN, zh_CN, zh), or None."""
    wanted = (code or "").strip().lower().replace("_", "-")
    ready = [one for one, _name in settings.LANGUAGES]
    if wanted in ready:
        return wanted
    first = wanted.partition("-")[0]
    if first == "zh" and TRADITIONAL in ready and not IN_TRADITIONAL.isdisjoint(wanted.split("-")):
        return TRADITIONAL
    return next((one for one in ready if one.partition("-")[0] == first), None) if first else None


def find_chosen_language(request: HttpRequest) -> str | None:
    """Return the language the reader chose: in this address (`?lang=`), else earlier (cookie); None when never."""
    return find_ready_language(request.GET.get("lang")) or find_ready_language(
        request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    )


def choose_language(request: HttpRequest) -> str:
    """Return the language chosen, else the first one we have of those the browser accepts, else English."""
    accepted = parse_accept_lang_header(request.META.get("HTTP_ACCEPT_LANGUAGE", "")[:400])
    preferred = (find_ready_language(code) for code, quality in accepted if quality > 0)
    return find_chosen_language(request) or next(filter(None, preferred), settings.LANGUAGE_CODE)


def find_chosen_zone(request: HttpRequest) -> ZoneInfo | None:
    """Return the zone the reader chose earlier (cookie), or None."""
    return find_zone(request.COOKIES.get(ZONE_COOKIE))


def find_device_zone(request: HttpRequest) -> ZoneInfo | None:
    """Return the zone that the reader's device said it is set to, or None: a browser that hides it tells nothing."""
    said = request.COOKIES.get(DEVICE_COOKIE)
    return find_zone(said) if said not in HIDDEN_ZONES else None


def says_zone(request: HttpRequest) -> bool:
    """Whether the reader or their device said by which clock to go."""
    return bool(find_chosen_zone(request) or find_device_zone(request))


def choose_zone(request: HttpRequest, language: str, own: str | None = None) -> ZoneInfo:
    """Return the zone chosen, else the account's `own`, else the device's, else the language's."""
    return find_chosen_zone(request) or find_zone(own) or find_device_zone(request) or find_zone_of_language(language)


def follow_country(request: HttpRequest, country: str, *, is_guess: bool = False) -> None:
    """Show the clock of a country (two letters) for the rest of this request, where neither reader nor device said another:
    for a page that knows where its reader is. Indonesia has two more zones, which its readers choose or their device says.
    A country that is a guess counts only where the language tells nothing: who reads Lao is in Laos rather than in China.
    """
    if is_guess and get_language() in ZONE_OF_LANGUAGE:
        return
    zone = find_zone(find_usual_hours(country).tz) if country in COUNTRIES else None
    if zone and not says_zone(request):
        timezone.activate(zone)


FORMER_NAMES = {"Asia/Ho_Chi_Minh": "Asia/Saigon", "Asia/Yangon": "Asia/Rangoon"}


def find_zone(name: str | None) -> ZoneInfo | None:
    """Return the IANA zone of this name, or None when there is none."""
    return ZoneInfo(name) if name in _zone_names() else None


def find_zone_of_language(language: str) -> ZoneInfo:
    """Return the zone most readers of this language live in; for English, which tells nothing of it, UTC."""
    return ZoneInfo(ZONE_OF_LANGUAGE.get(language, "UTC"))


def name_zone(zone: str, language: str) -> str:
    """Return a zone in words: its city and how far it is from UTC now; "UTC" for UTC itself."""
    if zone == "UTC":
        return "UTC"
    locale = find_locale(language)
    here = ZoneInfo(zone)
    offset = get_timezone_gmt(timezone.now().astimezone(here), "iso8601_short", locale=locale)
    return f"{name_zone_city(zone, language)} (UTC{offset})"


def name_zone_city(zone: str, language: str) -> str:
    """Return the city of a zone in the reader's language, as our own texts call it. CLDR keeps two of the corridor's under
    their former names, which Babel does not look up.
    """
    locale = find_locale(language)
    kept = locale.time_zones.get(FORMER_NAMES.get(zone, zone)) or {}
    ours = CITIES_SAID_OTHERWISE.get(language, {}).get(zone)
    return ours or kept.get("city") or get_timezone_location(zone, locale=locale, return_city=True)


def remember_choice(response: HttpResponse, cookie: str, value: str) -> None:
    """Keep a reader's choice in the browser for a year."""
    response.set_cookie(
        cookie, value, max_age=ONE_YEAR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )


def follow_account(request: HttpRequest, actor: Actor) -> None:
    """Take the account's language and zone for the rest of this request, where the reader chose none."""
    if actor.user_id is None:
        return
    language = None if find_chosen_language(request) else find_ready_language(actor.language)
    if language:
        translation.activate(language)
        request.LANGUAGE_CODE = language
    timezone.activate(choose_zone(request, get_language() or settings.LANGUAGE_CODE, actor.zone))


@cache
def _zone_names() -> frozenset[str]:
    return frozenset(available_timezones())
