"""What every page knows besides what its view hands over: where this reader may go, and whose clock the page shows."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import is_valid_path
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from landsea.base.actors import ANONYMOUS, Actor
from landsea.base.ui.addresses import find_address
from landsea.base.ui.device_marks import compute_mark
from landsea.base.ui.menu import make_menu
from landsea.base.ui.own_page import HOME, find_own_page
from landsea.base.ui.reader import name_zone
from landsea.base.ui.secret_addresses import SECRET_ADDRESSES, SECRET_LINK
from landsea.base.ui.shapes import Tab

PUBLIC = (
    (gettext_lazy("Who answers"), "who"),
    (gettext_lazy("Rules"), "measures"),
    (gettext_lazy("Routes"), "plan"),
    (gettext_lazy("Barriers"), "barriers"),
    (gettext_lazy("Dialogues"), "dialogues"),
    (gettext_lazy("Exchange"), "exchange"),
    (gettext_lazy("Figures"), "figures"),
    (gettext_lazy("Find"), "search"),
)
"""What is open to all, in the order of how many people need it."""


def page_facts(request: HttpRequest) -> dict[str, Any]:
    """Return `nav` (tabs), `menu` (all destinations in groups), `reader_zone` (in words), `signed_in`, `own_page` (a tab, None
    without an appointment), and `page_again`: the address that shows this page in another language or on another clock, and
    to which Back leads where a form was answered (`came_by_form`). Visitors who never signed in cost no query, and the pages
    for trouble (`asks_nothing`) none for anyone: they know whom somebody else asked for already (`known_actor`). The parts of a
    page that are drawn by themselves share what was found for the first.
    """
    actor = _actor_of(request)
    zone = timezone.get_current_timezone_name()
    asked_for = (actor, get_language(), zone, getattr(request, "asks_nothing", False))
    if getattr(request, "page_facts_for", None) != asked_for:
        request.page_facts = _find_page_facts(request, actor, zone)  # type: ignore[attr-defined]
        request.page_facts_for = asked_for  # type: ignore[attr-defined]
    return request.page_facts  # type: ignore[attr-defined,no-any-return]


def _find_page_facts(request: HttpRequest, actor: Actor, zone: str) -> dict[str, Any]:
    return {
        "nav": _tabs_for(request.path, actor),
        "menu": make_menu(request.path, _work_of(actor)),
        "own_page": _own_page_of(actor),
        "signed_in": _is_signed_in(request, actor),
        "knows_reader": not getattr(request, "asks_nothing", False),
        "reader_mark": compute_mark(actor),
        "reader_zone": name_zone(zone, get_language() or settings.LANGUAGE_CODE),
        "page_again": _address_again(request),
        "came_by_form": request.method == "POST",
    }


def _is_signed_in(request: HttpRequest, actor: Actor) -> bool:
    """Whether somebody can sign out here: also who has not used the second factor yet, and is nobody to every page."""
    asks_nothing = getattr(request, "asks_nothing", False)
    return (actor if asks_nothing else getattr(request, "account_actor", actor)).user_id is not None


def _own_page_of(actor: Actor) -> Tab | None:
    name, words = find_own_page(actor)
    return Tab(str(words), find_address(name)) if name != HOME else None


def _address_again(request: HttpRequest) -> str:
    """Return this page's address; for the answer to a form, that of the page where the form stood: many addresses take
    forms only, and show nothing to whoever comes back to them in another language.
    """
    came_from = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure())
    if request.method not in {"GET", "HEAD"} and request.path.startswith(SECRET_ADDRESSES):
        return _page_of_secret(request)
    if request.method in {"GET", "HEAD"} or not ours:
        return request.get_full_path()
    where = urlsplit(came_from)
    return f"{where.path}?{where.query}" if where.query else where.path


def _page_of_secret(request: HttpRequest) -> str:
    """Return the page on which a form stood whose address holds a secret: such a page tells nobody where it is."""
    found = SECRET_LINK.match(request.path)
    pages = (found[0], f"{found[0]}/") if found else ()
    return next(filter(is_valid_path, pages), request.get_full_path())


def _actor_of(request: HttpRequest) -> Actor:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return ANONYMOUS
    return getattr(request, "known_actor" if getattr(request, "asks_nothing", False) else "actor", ANONYMOUS)


def _tabs_for(path: str, actor: Actor) -> tuple[Tab, ...]:
    """Return the tabs for this actor: first their work, then what is open to all. The current one is that with the
    longest address that this page's begins with.
    """
    tabs = [(words, url, False) for words, url in _work_of(actor)]
    tabs += [(str(words), find_address(name), bool(tabs) and name == PUBLIC[0][1]) for words, name in PUBLIC]
    here = max((url for _words, url, _apart in tabs if path.startswith(url)), key=len, default="")
    return tuple(Tab(words, url, url == here, apart=apart) for words, url, apart in tabs if url)


def _work_of(actor: Actor) -> list[tuple[str, str]]:
    """Return words and address of the pages that this actor works at."""
    work = [
        (_("My office"), "headed_offices", bool(actor.heads)),
        (_("Cases"), "queue", actor.is_officer),
        (_("My country"), "observed_country", bool(actor.observed_countries)),
        (_("Board"), "board", actor.is_coordinator),
        (_("Members' cases"), "association_cases", bool(actor.associations)),
        (_("My desks"), "my_desks", actor.works_at_desks),
        (_("People"), "people", actor.is_coordinator or bool(actor.heads)),
        (_("Rules to keep"), "rule_editing", actor.is_editor),
        (_("Mails"), "deliveries", actor.is_operator),
        (_("Reading"), "reading_drift", actor.is_operator),
    ]
    return [(words, find_address(name)) for words, name, may in work if may]
