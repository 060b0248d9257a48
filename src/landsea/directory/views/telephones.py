"""What one takes away about a desk's public telephones: a sign to hang at a post, a card for address books, the whole list."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.ui.sheets.cells import send_csv, send_xlsx
from landsea.base.ui.square_codes import draw_square_code
from landsea.directory import access
from landsea.directory.desk_cards import choose_own_name
from landsea.directory.display_names import name_desk
from landsea.directory.labels import GRADES
from landsea.directory.models import Desk, OfficeTelephone
from landsea.directory.telephones import list_telephones, make_desk_card
from landsea_core.contacts.cards import write_card

COLUMNS = ("office", "number", "display", "kind", "whose", "hours", "note", "said_on", "source", "grade", "checked")


@door("public")
@require_safe
def show_desk_sign(request: HttpRequest, code: str) -> HttpResponse:
    """Show a desk on one sheet of paper: its name in two languages, telephones, hours, and a square that opens its page."""
    desk, language = _desk_or_404(code), get_language() or "en"
    office = desk.office
    address = _page_address(desk)
    name, office_name = name_desk(desk, language)
    context = {
        "desk": desk,
        "name": name,
        "office_name": office_name,
        "own": choose_own_name(desk.names, office.country, language),
        "own_office": choose_own_name(office.names, office.country, language),
        "telephones": list_telephones(office, language),
        "hours": [f"{opens}–{closes}" for opens, closes in office.hours],
        "hours_grade": GRADES[office.hours_grade],
        "address": address,
        "square": draw_square_code(address),
        "today": timezone.localdate(),
    }
    return render(request, "directory/sign.html", context)


@door("public")
@require_safe
def send_desk_card(request: HttpRequest, code: str) -> HttpResponse:
    """Send a desk as a vCard, which a telephone puts among its contacts."""
    desk = _desk_or_404(code)
    card = write_card(make_desk_card(desk, get_language() or "en"))
    kept = {"Content-Disposition": content_disposition_header(True, f"{desk.code}.vcf")}
    return HttpResponse(card, content_type="text/vcard; charset=utf-8", headers=kept)


@door("public")
@require_safe
def send_telephone_list(request: HttpRequest, form: str) -> HttpResponse:
    """Send all public telephones with where each is from, as CSV, XLSX or JSON."""
    rows = [_telephone_row(one) for one in access.list_telephones_in_service()]
    if form == "json":
        return JsonResponse({"telephones": rows}, json_dumps_params={"ensure_ascii": False, "indent": 1})
    table = [list(COLUMNS), *([_plain_cell(row[column]) for column in COLUMNS] for row in rows)]
    if form == "csv":
        return send_csv("landsea-telephones.csv", table)
    if form == "xlsx":
        return send_xlsx("landsea-telephones.xlsx", "telephones", table)
    raise Http404


def _desk_or_404(code: str) -> Desk:
    desk = access.find_desks([code]).get(code)
    if desk is None:
        raise Http404
    return desk


def _page_address(desk: Desk) -> str:
    return settings.PUBLIC_ADDRESS + reverse("desk_page", args=[desk.code])


def _telephone_row(one: OfficeTelephone) -> dict:
    return {column: getattr(one, column) for column in COLUMNS} | {"office": one.office.code}


def _plain_cell(value) -> str:
    return value.get("en", "") if isinstance(value, dict) else value
