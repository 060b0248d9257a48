"""Places, offices and desks for the search: by their names in every language, their codes, and where they are."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language

from landsea.base.findable import FindableKind, FoundLine
from landsea.directory import access
from landsea.directory.models import Office, Place
from landsea.directory.models.names import name_in
from landsea.directory.reference_cache import DIRECTORY
from landsea_core.finding import Text

SAME_OF_PLACE = {
    "border_post": "border_post",
    "sea_port": "port",
    "river_port": "port",
    "dry_port": "dry_port",
    "airport": "airport",
    "rail_terminal": "station",
}
SAME_OF_OFFICE = {
    "customs": "customs",
    "quarantine_inspection": "quarantine",
    "chamber": "chamber",
    "consulate": "consulate",
    "embassy": "consulate",
    "immigration": "immigration",
}
SHOWN, DESK_SHOWN = ("code", "names", "country"), ("code", "names", "office__code", "office__names", "office__country")
"""What a list shows of a row; the rest is read when somebody asks for it."""
PLACE_LIFT, POST_LIFT, OFFICE_LIFT = 0.08, 0.12, 0.04
"""A place stands before an office that is called after it, an office before its desks."""


def _names_of_place(place: Place | None) -> tuple[str, ...]:
    return place.all_names if place else ()


def _texts_of_places() -> Iterable[Text]:
    for place in access.list_places_in_service().select_related("within").defer("name_tokens"):
        same = SAME_OF_PLACE.get(place.kind)
        marks = {f"place:{place.code}", f"country:{place.country}"} | ({f"same:{same}"} if same else set())
        lift = POST_LIFT if place.kind == "border_post" else PLACE_LIFT
        yield Text(
            place.code, _names_of_place(place), (place.code, *_names_of_place(place.within)), frozenset(marks), lift
        )


def _texts_of_offices() -> Iterable[Text]:
    for office in access.list_offices_in_service().select_related("place"):
        yield Text(
            office.code,
            tuple(office.names.values()),
            (office.code, *_names_of_place(office.place)),
            _marks_of(office),
            OFFICE_LIFT,
        )


def _texts_of_desks() -> Iterable[Text]:
    for desk in access.list_desks_in_service():
        said = (desk.code, *desk.office.names.values(), *_names_of_place(desk.office.place))
        yield Text(desk.code, tuple(desk.names.values()), said, _marks_of(desk.office))


def _marks_of(office: Office) -> frozenset[str]:
    marks = {f"country:{office.country}"} | ({f"place:{office.place_id}"} if office.place_id else set())
    same = SAME_OF_OFFICE.get(office.kind)
    return frozenset(marks | ({f"same:{same}"} if same else set()))


def _show_places(codes: Sequence[str], now: datetime) -> list[FoundLine]:
    language = get_language() or "en"
    return [
        FoundLine(
            row.code,
            f"{reverse('who')}?{urlencode({'place': row.code})}",
            name_in(row.names, language),
            row.code,
            row.country,
        )
        for row in access.list_places_in_service().select_related(None).only(*SHOWN).filter(code__in=codes)
    ]


def _show_offices(codes: Sequence[str], now: datetime) -> list[FoundLine]:
    language = get_language() or "en"
    rows = access.list_offices_in_service().select_related(None).only(*SHOWN).filter(code__in=codes)
    return [
        FoundLine(row.code, reverse("office_page", args=[row.code]), name_in(row.names, language), "", row.country)
        for row in rows
    ]


def _show_desks(codes: Sequence[str], now: datetime) -> list[FoundLine]:
    language = get_language() or "en"
    rows = access.list_desks_in_service().select_related(None).select_related("office").only(*DESK_SHOWN)
    return [
        FoundLine(
            row.code,
            reverse("desk_page", args=[row.code]),
            name_in(row.names, language),
            name_in(row.office.names, language),
            row.office.country,
        )
        for row in rows.filter(code__in=codes)
    ]


PLACE_KIND = FindableKind("places", DIRECTORY.mark, _texts_of_places, _show_places)
OFFICE_KIND = FindableKind("offices", DIRECTORY.mark, _texts_of_offices, _show_offices)
DESK_KIND = FindableKind("desks", DIRECTORY.mark, _texts_of_desks, _show_desks)
