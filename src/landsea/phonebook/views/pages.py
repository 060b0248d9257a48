"""Pages and files of the phone books: all books to take away, one's own devices, cards of a desk, an office, a book."""

from itertools import groupby

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from landsea.accounts.step_up import proves_again
from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.ui.countries import name_country
from landsea.directory import access as directory_access
from landsea.phonebook import access
from landsea.phonebook.actions.make_device import end_device, make_device
from landsea.phonebook.books import find_book, list_desks_by_book, name_topics
from landsea.phonebook.cards import make_cards_of_desks
from landsea.phonebook.contents import make_cards_of_books
from landsea.phonebook.forms import DeviceForm
from landsea.phonebook.readers import Reader, make_reader
from landsea_core.contacts.cards import VERSIONS, Card, write_card


@door("public")
@require_safe
def show_books(request: HttpRequest) -> HttpResponse:
    """Show all phone books, by country, as files to take away, and how a telephone keeps them in step by itself."""
    language = get_language() or "en"
    titles = name_topics(language)
    books = list_desks_by_book()
    countries = [
        (
            name_country(country, language),
            [(book, titles.get(book.topic, book.topic), len(books[book])) for book in group],
        )
        for country, group in groupby(books, key=lambda book: book.country)
    ]
    countries.sort(key=lambda pair: pair[0])
    sees_people = directory_access.may_see_contacts(request.actor)
    return render(request, "phonebook/books.html", {"countries": countries, "sees_people": sees_people})


@door("signed_in")
@proves_again("POST")
@require_http_methods(["GET", "HEAD", "POST"])
def show_devices(request: HttpRequest) -> HttpResponse:
    """Show one's own devices, and make a password for another one: it stands on the answer to the form and nowhere else."""
    form, made, status = DeviceForm(request.POST or None), None, 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            made, status = _make(request, form)
    language = get_language() or "en"
    return render(
        request,
        "phonebook/devices.html",
        {
            "form": DeviceForm() if made else form,
            "made": made,
            "devices": [(one, _books_in_words(one, language)) for one in access.list_devices(request.actor.user_id)],
            "address": request.user.email,
            "server": settings.PUBLIC_ADDRESS,
            "server_path": settings.PUBLIC_ADDRESS + reverse("dav_root"),
            "sees_people": directory_access.may_see_contacts(request.actor),
            "now": timezone.now(),
        },
        status=status,
    )


@door("signed_in")
@require_POST
def post_device_end(request: HttpRequest, device_id: int) -> HttpResponse:
    """End one of one's own devices."""
    device = end_device(request.actor, device_id, now=timezone.now())
    messages.success(request, _("%(name)s reads nothing here any more.") % {"name": device.name})
    return redirect("devices")


@door("public")
@require_safe
def send_book_file(request: HttpRequest, code: str) -> HttpResponse:
    """Send a book as one file of cards."""
    book = find_book(code)
    if book is None:
        raise Http404
    cards = make_cards_of_books(_reader(request), [book], timezone.now())[book]
    return _send_cards(request, list(cards.values()), book.code)


@door("public")
@require_safe
def send_office_file(request: HttpRequest, code: str) -> HttpResponse:
    """Send all desks of an office as one file of cards."""
    office = directory_access.find_office(code)
    if office is None:
        raise Http404
    return _send_desks(request, [desk.pk for desk in directory_access.list_desks_of_office(office.pk)], office.code)


@door("public")
@require_safe
def send_desk_file(request: HttpRequest, code: str) -> HttpResponse:
    """Send a desk as cards: itself and, for those who may see them, its people and who is on duty."""
    desk = directory_access.find_desk(code)
    if desk is None:
        raise Http404
    return _send_desks(request, [desk.pk], desk.code)


def _make(request: HttpRequest, form: DeviceForm) -> tuple[dict | None, int]:
    """Make the device; return what is shown of it once, and the answer's status."""
    typed = form.cleaned_data
    try:
        device, password = make_device(
            request.actor,
            typed["name"],
            countries=typed["countries"],
            topics=typed["topics"],
            with_second_factor=bool(request.has_second_factor),
            now=timezone.now(),
        )
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return None, 409
    return {"device": device, "password": password}, 200


def _books_in_words(device, language: str) -> str:
    titles = name_topics(language)
    countries = ", ".join(name_country(code, language) for code in device.countries) or _("all countries")
    topics = ", ".join(titles.get(code, code) for code in device.topics) or _("all topics")
    return f"{countries} · {topics}"


def _reader(request: HttpRequest) -> Reader:
    return make_reader(request.actor, get_language() or "en")


def _send_desks(request: HttpRequest, desk_ids: list[int], name: str) -> HttpResponse:
    cards = make_cards_of_desks(_reader(request), desk_ids, timezone.now())
    return _send_cards(request, [card for pk in desk_ids for card in cards.get(pk, ())], name)


def _send_cards(request: HttpRequest, cards: list[Card], name: str) -> HttpResponse:
    version = request.GET.get("version", "3.0")
    written = "".join(write_card(card, None, version if version in VERSIONS else "3.0") for card in cards)
    kept = {"Content-Disposition": content_disposition_header(True, f"{name}.vcf")}
    return HttpResponse(written, content_type="text/vcard; charset=utf-8", headers=kept)
