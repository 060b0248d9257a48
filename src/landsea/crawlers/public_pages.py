"""The pages that are for everybody: what each is in one sentence, its picture, and its rows. Nothing else is told to search
engines or gets a card."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from landsea.barriers import access as barriers
from landsea.corridor import access as corridor
from landsea.dialogues import access as dialogues
from landsea.directory import access as directory
from landsea.exchange import access as exchange
from landsea.experiences import access as experiences
from landsea.figures import access as figures
from landsea.rules import access as rules

Row = tuple[dict[str, Any], datetime | None]
"""The parameters of one page's address, and when it changed last where a row knows it."""


def _one_page() -> Iterable[Row]:
    return [({}, None)]


@dataclass(frozen=True)
class PublicPage:
    """Pages of one route. `part`: the sitemap they stand in; `picture`: the file below `ui/pictures`, without its end."""

    about: str | Promise
    picture: str
    part: str = "pages"
    rows: Callable[[], Iterable[Row]] = _one_page


def _desks() -> Iterable[Row]:
    return (
        ({"code": code}, None)
        for code in directory.list_desks_in_service().order_by("code").values_list("code", flat=True)
    )


def _offices() -> Iterable[Row]:
    return (
        ({"code": code}, None)
        for code in directory.list_offices_in_service().order_by("code").values_list("code", flat=True)
    )


def _places() -> Iterable[Row]:
    known = corridor.find_current_network().places
    return (({"code": code}, None) for code in sorted(known) if not known[code].retired)


def _measures() -> Iterable[Row]:
    found = rules.find_current_versions().order_by("measure__code").values_list("measure__code", "published_at")
    return (({"code": code}, at) for code, at in found)


def _barriers() -> Iterable[Row]:
    return (({"barrier_id": one.pk}, None) for one in barriers.list_barriers())


def _dialogues() -> Iterable[Row]:
    return (({"dialogue_id": one.pk}, None) for one in dialogues.list_dialogues())


def _experiences() -> Iterable[Row]:
    return (({"experience_id": one.pk}, one.published_at) for one in experiences.list_published_experiences())


def _listings() -> Iterable[Row]:
    return (({"listing_id": one.pk}, None) for one in exchange.find_listings(exchange.Query(), timezone.now()))


def _series() -> Iterable[Row]:
    return (({"code": one.code}, None) for one in figures.list_series())


PUBLIC_PAGES: dict[str, PublicPage] = {
    "home": PublicPage(
        _("Something is stuck at a border? Say it in your own words: the desk that answers for it gets it."), "corridor"
    ),
    "file_case": PublicPage(
        _("A few questions, about two minutes, no account. You see who gets it before it goes."), "case"
    ),
    "who": PublicPage(_("The desk that answers, why, and whether it is open now."), "desk"),
    "league": PublicPage(_("How offices along the corridor answer."), "desk"),
    "measures": PublicPage(_("Rules for goods along the corridor, each with its source."), "rule"),
    "checklist": PublicPage(
        _("What you need to sell your goods there: the steps in order, each with its source."), "rule"
    ),
    "plan": PublicPage(_("Ways that are legal for your goods, with their times."), "route"),
    "network": PublicPage(_("Places and services of the corridor."), "route"),
    "disruptions": PublicPage(_("What is stopped along the corridor today."), "route"),
    "performance": PublicPage(_("How long the ways of the corridor really take."), "route"),
    "barriers": PublicPage(_("Troubles that many firms share, and what is done about them."), "barrier"),
    "dialogues": PublicPage(_("Meetings of the parties: agenda, minutes, promises."), "dialogue"),
    "promises": PublicPage(_("What was promised at dialogues, by whom and until when."), "dialogue"),
    "experiences": PublicPage(_("What others found out: answers that helped."), "case"),
    "exchange": PublicPage(_("Offers, requests and events along the corridor."), "dialogue"),
    "figures": PublicPage(_("Figures of the corridor, each with its source."), "corridor"),
    "own_figures": PublicPage(_("How problems along the corridor are put right, in numbers."), "corridor"),
    "calendars": PublicPage(_("Working days and holidays of the twelve countries."), "desk"),
    "about": PublicPage(_("Who runs this platform, for whom it is, and how to reach them."), "corridor"),
    "help": PublicPage(_("How a case goes, in a few questions and answers."), "case"),
    "privacy": PublicPage(_("What we keep and who sees it"), "case"),
    "site_page": PublicPage(_("Show a piece of these pages on the site of your ministry or chamber."), "corridor"),
    "desk_page": PublicPage(_("What this desk answers for, and whether it is open now."), "desk", "desks", _desks),
    "office_page": PublicPage(_("An office along the corridor, its desks and hours."), "desk", "offices", _offices),
    "corridor_place": PublicPage(
        _("A place of the corridor: what calls there, what is done to cargo, whom to ask."), "route", "places", _places
    ),
    "measure": PublicPage(
        _("A rule with its legal act, what it applies to and since when."), "rule", "rules", _measures
    ),
    "barrier": PublicPage(
        _("A trouble that many firms share, and what is done about it."), "barrier", "barriers", _barriers
    ),
    "dialogue": PublicPage(
        _("A meeting of the parties: agenda, minutes, promises."), "dialogue", "dialogues", _dialogues
    ),
    "experience": PublicPage(_("An answer that helped others."), "case", "experiences", _experiences),
    "listing": PublicPage(_("An offer, a request or an event along the corridor."), "dialogue", "exchange", _listings),
    "figure_series": PublicPage(
        _("A figure of the corridor over time, with its source."), "corridor", "figures", _series
    ),
}
"""By the name of the route."""

PARTS = tuple(dict.fromkeys(page.part for page in PUBLIC_PAGES.values()))
"""The sitemaps, in order."""
