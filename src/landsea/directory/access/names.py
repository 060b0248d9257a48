"""What desks, places, topics and matters are called, for other apps' pages and files."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import Prefetch

from landsea.base.ui.countries import CORRIDOR, name_country
from landsea.directory.access.places import list_places_in_service
from landsea.directory.models import (
    Desk,
    Matter,
    Office,
    Place,
    Topic,
)
from landsea.directory.reference_cache import read_once


def list_names_that_tell_of_nobody() -> list[str]:
    """Return all names of places and offices in service, in every language, and of countries in those of the pages."""
    found = [name_country(code, language) for code in CORRIDOR for language, _own_name in settings.LANGUAGES]
    for names, others in list_places_in_service().values_list("names", "other_names"):
        found += names.values()
        found += [name for group in others.values() for name in group]
    for names in Office.objects.filter(retired_at=None).values_list("names", flat=True):
        found += names.values()
    return found


def find_topic_names(codes: Iterable[str]) -> dict[str, dict]:
    """Return names (language -> name) of topics by code, retired ones too."""
    return dict(Topic.objects.filter(code__in=list(codes)).values_list("code", "names"))


def find_matter_names(codes: Iterable[str]) -> dict[str, dict]:
    """Return names of matters by code, retired ones too."""
    return dict(Matter.objects.filter(code__in=list(codes)).values_list("code", "names"))


def place_names(codes: Iterable[str]) -> dict[str, dict]:
    """Return names of places by code, retired ones too."""
    return dict(Place.objects.filter(code__in=list(codes)).values_list("code", "names"))


def find_desk_names(codes: Iterable[str]) -> dict[str, dict]:
    """Return names of desks by code, retired ones too."""
    return dict(Desk.objects.filter(code__in=list(codes)).values_list("code", "names"))


def list_topics_in_service() -> list[Topic]:
    """Return topics in service in their order, with their matters; kept, so not to be changed."""
    in_service = Prefetch("matters", queryset=Matter.objects.filter(retired_at=None))
    return read_once("topics", lambda: list(Topic.objects.filter(retired_at=None).prefetch_related(in_service)))


def find_matter(code: str) -> Matter | None:
    """Return the matter with this code, or None; kept, so not to be changed."""
    return read_once(("matter", code), Matter.objects.select_related("topic").filter(code=code).first)
