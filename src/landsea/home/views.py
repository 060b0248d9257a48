"""The first page, what is going on today, and who is behind this installation."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.base.about_installation import say_in
from landsea.base.doors import door
from landsea.base.requests import ActorRequest
from landsea.base.ui.countries import CORRIDOR, name_country
from landsea.base.ui.shapes import Choice
from landsea.figures.mechanism import find_own_figures
from landsea.figures.own_record import OwnRecord, count_own_record
from landsea.home import introduction, today
from landsea.home.own_work import list_own_work

logger = logging.getLogger(__name__)
Found = TypeVar("Found")


@door("public")
@require_safe
def show_home(request: ActorRequest) -> HttpResponse:
    """Say what this is, offer the four ways in, show the corridor today; first of all what waits for whoever signed in.

    What is read of the database is left out where it does not answer: the page with its ways in comes all the same.
    """
    language, now = get_language() or "en", timezone.now()
    record = _unless_database_is_away(_read_record)
    context = {
        "choices": _ways_in(),
        "sentences": introduction.say_what_it_is(record, language),
        "run_by": introduction.say_who_runs_it(language),
        "overview": _unless_database_is_away(lambda: today.draw_overview_of_today(now, language)),
        "lines": _unless_database_is_away(lambda: today.list_lines_of_today(now, language)) or [],
        "own": _own_work(request, now, language),
        "now": now,
    }
    return render(request, "home/home.html", context)


@door("public")
@require_safe
def show_today(request: HttpRequest) -> HttpResponse:
    """Show what is going on today, with the whole diagram."""
    found = today.list_lines_of_today(timezone.now(), get_language() or "en")
    return render(request, "home/today.html", {"lines": found})


@door("public")
@require_safe
def show_about(request: HttpRequest) -> HttpResponse:
    """Say what the platform is, who runs this installation, how to reach them, and who is behind it."""
    language, said = get_language() or "en", introduction.find_installation()
    context = {
        "sentences": introduction.say_what_it_is(_unless_database_is_away(_read_record), language),
        "run_by": introduction.say_who_runs_it(language),
        "is_said": bool(said.run_by),
        "about": say_in(said.about, language),
        "address": say_in(said.address, language),
        "hours": say_in(said.hours, language),
        "mail": said.mail,
        "telephone": said.telephone,
        "people": [(say_in(one.name, language), say_in(one.does, language)) for one in said.people],
        "countries": [name_country(code, language) for code in CORRIDOR],
    }
    return render(request, "home/about.html", context)


def _read_record() -> OwnRecord:
    return count_own_record(find_own_figures())


def _ways_in() -> list[Choice]:
    ways = _("Ways that are legal for your goods, with their times")
    return [
        Choice(_("Something is stuck or wrong"), reverse("file_case"), "stuck", _("Two minutes, in your own words")),
        Choice(_("Who answers for …?"), reverse("who"), "desk", _("The desk, its clock, what to have ready")),
        Choice(
            _("What do I need to sell …?"), reverse("checklist"), "paper", _("The steps in order, each with its source")
        ),
        Choice(_("How do I get it there?"), reverse("plan"), "route", ways),
    ]


def _own_work(request: ActorRequest, now: datetime, language: str) -> Any:
    """Return what waits for whoever signed in; visitors without a session cost no query."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or request.actor.user_id is None:
        return None
    if not request.actor.has_appointment:
        return None
    return list_own_work(request.actor, request.actor.user_id, now, timezone.get_current_timezone(), language)


def _unless_database_is_away(read: Callable[[], Found]) -> Found | None:
    try:
        return read()
    except DatabaseError as fault:
        logger.warning("The first page comes without what the database knows: %s", str(fault).strip())
        return None
