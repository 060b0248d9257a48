"""Reads the questions of the API of rules from their parameters; a parameter that means nothing raises `BadQuestion`."""

from datetime import date, datetime, time

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from landsea.rules import access
from landsea.rules.hs import list_hs_codes
from landsea_core.countries import COUNTRIES, OUTSIDE, PLACE_COUNTRIES
from landsea_core.rules import (
    CONDITIONS,
    MODES,
    Book,
    Effect,
    MeasureKind,
    MeasureState,
    Purpose,
    Shipment,
)
from landsea_core.rules.check import MAKERS, check_hs_code

A_PAGE, MOST = 50, 200


class BadQuestion(ValueError):
    """A parameter that means nothing: `field` names it, the message is a sentence that says what to give."""

    def __init__(self, field: str, sentence: str):
        super().__init__(sentence)
        self.field = field


def read_day(asked: QueryDict) -> date:
    """Return the day that is asked about, today when it is left out. Raises BadQuestion."""
    return _day_called(asked, "on") or timezone.localdate()


def read_known(asked: QueryDict) -> datetime | None:
    """Return the end, in UTC, of the day on which the reader asks what was known; None for now. Raises BadQuestion."""
    day = _day_called(asked, "known")
    return datetime.combine(day, time.max, timezone.get_default_timezone()) if day else None


def _day_called(asked: QueryDict, name: str) -> date | None:
    if not asked.get(name):
        return None
    try:
        return date.fromisoformat(asked[name])
    except ValueError:
        raise BadQuestion(name, _("Write the day like 2026-08-01.")) from None


def read_book(asked: QueryDict) -> Book:
    """Return the measures as they are known now, or as they were on the day asked for. Raises BadQuestion."""
    known = read_known(asked)
    return access.read_book_as_of(known) if known else access.read_published_book()


def read_country(asked: QueryDict) -> str:
    """Return the country of the corridor that is asked for, "" for all. Raises BadQuestion."""
    return read_one_of(asked, "country", COUNTRIES, upper=True)


def read_one_of(asked: QueryDict, name: str, choices, *, upper: bool = False) -> str:
    """Return a code that must be one of a list, "" when not given. Raises BadQuestion with the list."""
    given = asked.get(name, "").strip()
    given = given.upper() if upper else given
    if given and given not in list(choices):
        raise BadQuestion(name, _("Give one of: %(choices)s.") % {"choices": ", ".join(choices)})
    return given


def read_wanted(asked: QueryDict) -> access.Wanted:
    """Return the filters of a list. Raises BadQuestion."""
    return access.Wanted(
        words=asked.get("q", "")[:200],
        country=read_one_of(asked, "country", MAKERS, upper=True),
        kind=read_one_of(asked, "kind", [str(one) for one in MeasureKind]),
        effect=read_one_of(asked, "effect", [str(one) for one in Effect]),
        hs=read_hs(asked, needed=False),
        origin=read_one_of(asked, "origin", PLACE_COUNTRIES, upper=True),
        destination=read_one_of(asked, "destination", PLACE_COUNTRIES, upper=True),
        mode=read_one_of(asked, "mode", MODES),
    )


def read_state(asked: QueryDict) -> str:
    """Return the state on the day that measures must have; "" for any. Raises BadQuestion."""
    return read_one_of(asked, "state", [str(one) for one in MeasureState])


def read_limit(asked: QueryDict) -> int:
    """Return how many at once. Raises BadQuestion."""
    given = asked.get("limit", "")
    if not given:
        return A_PAGE
    if not (given.isascii() and given.isdigit() and len(given) <= 6 and 1 <= int(given) <= MOST):
        raise BadQuestion("limit", _("Give a number from 1 to %(most)d.") % {"most": MOST})
    return int(given)


def read_hs(asked: QueryDict, *, needed: bool = True) -> str:
    """Return an HS code of 2 to 10 digits, dots or not. Raises BadQuestion, with the nearest codes for one that does not
    exist.
    """
    code = "".join(asked.get("hs", "").replace(".", "").split())
    if not code and not needed:
        return ""
    if not (code.isascii() and code.isdigit() and 2 <= len(code) <= 10):
        raise BadQuestion("hs", _("Give an HS code of 2 to 10 digits, like 081060 or 0810.60."))
    if sentence := check_hs_code(code, list_hs_codes()):
        raise BadQuestion("hs", str(sentence))
    return code


def read_shipment(asked: QueryDict, *, goods_needed: bool = True) -> Shipment:
    """Return the shipment of a question to the gate or for a checklist. Raises BadQuestion."""
    ends = {}
    for name in ("origin", "destination"):
        is_outside = name == "origin" and asked.get(name, "").strip().upper() in OUTSIDE
        ends[name] = (
            asked[name].strip().upper() if is_outside else read_one_of(asked, name, PLACE_COUNTRIES, upper=True)
        )
        if not ends[name]:
            raise BadQuestion(name, _("Give one of: %(choices)s.") % {"choices": ", ".join(PLACE_COUNTRIES)})
    if ends["origin"] == ends["destination"]:
        raise BadQuestion("destination", _("Choose another country: goods that stay at home pass no border."))
    transit = tuple(code.strip().upper() for code in asked.get("transit", "").split(",") if code.strip())
    if wrong := [code for code in transit if code not in PLACE_COUNTRIES]:
        raise BadQuestion(
            "transit", _("Give one of: %(choices)s.") % {"choices": ", ".join(PLACE_COUNTRIES)} + f" ({wrong[0]})"
        )
    mode, condition = read_one_of(asked, "mode", MODES), read_one_of(asked, "condition", CONDITIONS)
    hs = read_hs(asked, needed=goods_needed)
    return Shipment(hs, ends["origin"], ends["destination"], transit, mode, condition=condition)


def read_purpose(asked: QueryDict) -> Purpose:
    """Return what somebody wants in the market; selling unless said otherwise. Raises BadQuestion."""
    return Purpose(read_one_of(asked, "purpose", [str(one) for one in Purpose]) or Purpose.SELL)
