"""CardDAV's addresses. Everything is read only: whatever would write is refused with the right that is missing."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from landsea.base.actors import Actor
from landsea.base.doors import door
from landsea.phonebook.books import BookName, choose_books, find_book, name_books
from landsea.phonebook.contents import OpenBook, open_books
from landsea.phonebook.dav.answers import Multistatus, Resource, answer_error
from landsea.phonebook.dav.bodies import BadBody, read_body, read_wanted
from landsea.phonebook.dav.names import name_in_dav
from landsea.phonebook.dav.reports import answer_report
from landsea.phonebook.dav.resources import (
    compute_etag,
    make_book_resource,
    make_card_resource,
    make_principal_resource,
    make_root_resource,
    make_shelf_resource,
    write_book_card,
)
from landsea.phonebook.device_door import open_to_devices
from landsea.phonebook.models import Device
from landsea.phonebook.readers import Reader, make_reader

WRITES = frozenset({"PUT", "DELETE", "MKCOL", "PROPPATCH", "POST", "PATCH", "MOVE", "COPY", "LOCK", "UNLOCK", "ACL"})
READS = "OPTIONS, GET, HEAD, PROPFIND, REPORT"
DEPTHS = {"0": 0, "1": 1}


@door("public")
def find_phone_books(request: HttpRequest) -> HttpResponse:
    """Lead a program that only knows the name of this site on to where the books begin, whatever it asks by."""
    return HttpResponse(status=301, headers={"Location": reverse("dav_root")})


find_phone_books.csrf_exempt = True  # type: ignore[attr-defined]


@open_to_devices
def show_dav_root(request: HttpRequest, _device: Device, actor: Actor) -> HttpResponse:
    """Show where the person and the books are."""
    return _answer_collection(
        request, make_root_resource("Landsea"), [make_principal_resource(actor.name), _shelf(actor)]
    )


@open_to_devices
def show_dav_principal(request: HttpRequest, _device: Device, actor: Actor) -> HttpResponse:
    """Show the person, who says where the books are."""
    return _answer_collection(request, make_principal_resource(actor.name), [])


@open_to_devices
def show_dav_books(request: HttpRequest, device: Device, actor: Actor) -> HttpResponse:
    """Show the books that the owner chose for this device."""
    reader = make_reader(actor, actor.language)
    wants_books = request.method == "PROPFIND" and request.headers.get("Depth") == "1"
    chosen = _books_of(device) if wants_books else []
    titles = _titles(chosen, reader)
    opened = open_books(reader, chosen, timezone.now()) if chosen else []
    return _answer_collection(request, _shelf(actor), [make_book_resource(one, titles[one.name]) for one in opened])


@open_to_devices
def show_dav_book(request: HttpRequest, device: Device, actor: Actor, code: str) -> HttpResponse:
    """Show one book with its cards, and answer reports about it."""
    reader, name = make_reader(actor, actor.language), _chosen_book(device, code)
    if request.method in WRITES:
        return _refuse_to_write()
    if name is None:
        return answer_error(404)
    (book,) = open_books(reader, [name], timezone.now())
    if request.method == "REPORT":
        return _answer_report(request, reader, book)
    itself = make_book_resource(book, _titles([name], reader)[name])
    wants_cards = request.headers.get("Depth") == "1"
    cards = [make_card_resource(book, uid) for uid in book.cards] if wants_cards else []
    return _answer_collection(request, itself, cards)


@open_to_devices
def send_dav_card(request: HttpRequest, device: Device, actor: Actor, code: str, uid: str) -> HttpResponse:
    """Send one card; not again when the program has it as it is."""
    reader, name = make_reader(actor, actor.language), _chosen_book(device, code)
    if request.method in WRITES:
        return _refuse_to_write()
    if name is None:
        return answer_error(404)
    (book,) = open_books(reader, [name], timezone.now())
    if uid not in book.cards:
        return answer_error(404)
    if request.method == "PROPFIND":
        return _answer_collection(request, make_card_resource(book, uid), [])
    if request.method not in ("GET", "HEAD"):
        return _other_method(request)
    version = "4.0" if "version=4.0" in request.headers.get("Accept", "").replace('"', "") else "3.0"
    etag = compute_etag(book.listed[uid].digest, version)
    told = {"ETag": etag, "Cache-Control": "private, no-cache"}
    if etag in [one.strip() for one in request.headers.get("If-None-Match", "").split(",")]:
        response = HttpResponse(status=304, headers=told)
    else:
        kind = f"text/vcard; charset=utf-8; version={version}"
        response = HttpResponse(write_book_card(book, uid, version), content_type=kind, headers=told)
    patch_vary_headers(response, ["Accept", "Authorization"])
    return response


def _shelf(actor: Actor) -> Resource:
    with translation.override(make_reader(actor, actor.language).language):
        return make_shelf_resource(_("Phone books"))


def _books_of(device: Device) -> list[BookName]:
    return choose_books(device.countries, device.topics)


def _chosen_book(device: Device, code: str) -> BookName | None:
    found = find_book(code)
    return found if found in _books_of(device) else None


def _titles(books: list[BookName], reader: Reader) -> dict[BookName, str]:
    with translation.override(reader.language):
        return name_books(books, reader.language)


def _answer_collection(request: HttpRequest, itself: Resource, inside: list[Resource]) -> HttpResponse:
    """Answer what may be asked of anything: its properties, with those of what is in it by Depth 1."""
    if request.method != "PROPFIND":
        return _other_method(request)
    depth = DEPTHS.get(request.headers.get("Depth", "infinity").lower())
    if depth is None:
        return answer_error(403, [name_in_dav("propfind-finite-depth")])
    try:
        wanted = read_wanted(read_body(request.body))
    except BadBody:
        return answer_error(400)
    said = Multistatus()
    for one in [itself, *(inside if depth else [])]:
        said.add(one, wanted)
    return said.answer()


def _answer_report(request: HttpRequest, reader: Reader, book: OpenBook) -> HttpResponse:
    try:
        root = read_body(request.body)
    except BadBody:
        return answer_error(400)
    return answer_error(400) if root is None else answer_report(reader, book, root)


def _other_method(request: HttpRequest) -> HttpResponse:
    if request.method == "OPTIONS":
        return HttpResponse(headers={"Allow": READS})
    if request.method in WRITES:
        return _refuse_to_write()
    if request.method == "REPORT":
        return answer_error(403, [name_in_dav("supported-report")])
    words = _("This address is for the phone books of telephones and mail programs.")
    return HttpResponse(words, status=405, headers={"Allow": READS}, content_type="text/plain; charset=utf-8")


def _refuse_to_write() -> HttpResponse:
    """Name the right that nobody has here (RFC 3744, 7.1.1), so that programs show the book as read only."""
    return answer_error(403, [name_in_dav("need-privileges")])
