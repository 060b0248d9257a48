"""Cargoes that somebody sends again and again, kept on their own device: a signed cookie, and nothing with us."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from landsea.base.numbers import put_reader_marks, read_typed_number
from landsea.base.translation.sentences import say_sentence
from landsea.corridor.labels import UNITS
from landsea.rules.labels import CONDITIONS
from landsea_core.planner.network.cargo import name_dangerous_goods

COOKIE = "landsea_cargoes"
MOST = 5
YEAR = 365 * 24 * 3600
KEYS = ("amount", "unit", "goods", "hs", "condition", "origin", "reefer", "dg")
"""What belongs to a cargo in the address of the plan page; where and when it goes does not."""


def list_kept_cargoes(request: HttpRequest) -> list[tuple[str, str]]:
    """Return the cargoes of this device, the last used first: words, and the part of an address that fills the form."""
    return [(describe_cargo(QueryDict(one)), one) for one in _kept(request)]


def keep_cargo(request: HttpRequest, response: HttpResponse, query: QueryDict) -> None:
    """Keep the cargo of a question first among those of this device; the sixth is forgotten."""
    cargo = QueryDict(mutable=True)
    for key in KEYS:
        if query.get(key):
            cargo[key] = query[key]
    if set(cargo) - {"unit"}:
        address = cargo.urlencode()
        rest = [one for one in _kept(request) if one != address]
        response.set_signed_cookie(
            COOKIE,
            "|".join([address, *rest][:MOST]),
            max_age=YEAR,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure(),
            path=request.path,
        )


def _kept(request: HttpRequest) -> list[str]:
    """Return the addresses in the cookie; one that was changed or is from another installation holds nothing."""
    return [one for one in (request.get_signed_cookie(COOKIE, default="") or "").split("|") if one]


def describe_cargo(cargo: QueryDict) -> str:
    """Return a cargo in words: how much, which goods, what they need."""
    unit = "TEU" if cargo.get("unit", "teu") == "teu" else UNITS.get(cargo["unit"], "")
    amount = f"{_in_marks(cargo['amount'])} {unit}" if cargo.get("amount") else ""
    goods = cargo.get("goods") or cargo.get("hs") or ""
    state = str(CONDITIONS.get(cargo.get("condition", ""), ""))
    needs = [_("cooled")] if cargo.get("reefer") else []
    if cargo.get("dg"):
        needs.append(say_sentence(name_dangerous_goods(cargo["dg"])))
    return ", ".join(filter(None, [amount, goods, state, *needs]))


def _in_marks(amount: str) -> str:
    """Return an amount with the reader's marks; one that is no number, or one of two, as it was typed."""
    try:
        return put_reader_marks(f"{read_typed_number(amount):,.10g}")
    except ValueError:
        return amount
