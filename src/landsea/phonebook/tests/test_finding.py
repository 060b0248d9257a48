"""How telephones and mail programs find the books: from the name of the site to the list of books, and who gets which."""

import pytest
from django.test import Client
from lxml import etree

from landsea.cases.tests.world import end_appointment
from landsea.phonebook.tests.dav_client import (
    NAMES,
    PROGRAM_FINDS_PERSON,
    PROGRAM_FINDS_SHELF,
    PROGRAM_LISTS_BOOKS,
    condition_of,
    href_in,
)

pytestmark = pytest.mark.django_db
QUARANTINE = "/dav/books/sps_tbt-cn/"


@pytest.mark.parametrize("method", ["GET", "PROPFIND", "OPTIONS"])
def test_the_well_known_address_leads_on_without_sign_in(method):
    answer = Client().generic(method, "/.well-known/carddav")
    assert (answer.status_code, answer["Location"]) == (301, "/dav/")


@pytest.mark.parametrize("method", ["GET", "PROPFIND", "OPTIONS", "REPORT", "PUT"])
@pytest.mark.parametrize("address", ["/dav/", "/dav/principal/", "/dav/books/", QUARANTINE, f"{QUARANTINE}x.vcf"])
def test_who_has_not_signed_in_is_asked_to(world, method, address):
    answer = world.client("holder").generic(method, address)
    assert answer.status_code == 401 and answer["WWW-Authenticate"].startswith('Basic realm="')


def test_a_program_finds_its_way_from_the_root_to_the_books(device_of):
    phone = device_of("holder")
    person = href_in(phone.propfind("/dav/", PROGRAM_FINDS_PERSON)["/dav/"].found["current-user-principal"])
    told = phone.propfind(person, PROGRAM_FINDS_SHELF)[person]
    shelf = href_in(told.found["addressbook-home-set"])
    books = phone.propfind(shelf, PROGRAM_LISTS_BOOKS, "1")

    assert set(books) == {
        shelf,
        QUARANTINE,
        "/dav/books/any-cn/",
        "/dav/books/customs_clearance-vn/",
        "/dav/books/transport_border-cn/",
    }
    book = books[QUARANTINE]
    assert book.text("displayname") == "China: sps tbt"
    assert [one.tag for one in book.found["resourcetype"]] == [
        "{DAV:}collection",
        "{urn:ietf:params:xml:ns:carddav}addressbook",
    ]
    assert book.text("getctag") == book.text("sync-token") != ""
    assert book.missing == {"quota-used-bytes"}
    assert {one.get("version") for one in book.found["supported-address-data"]} == {"3.0", "4.0"}
    reports = {
        etree.QName(one).localname for one in book.found["supported-report-set"].iterfind(".//d:report/*", NAMES)
    }
    assert reports == {"addressbook-query", "addressbook-multiget", "sync-collection"}
    rights = {
        etree.QName(one).localname for one in book.found["current-user-privilege-set"].iterfind("d:privilege/*", NAMES)
    }
    assert rights == {"read", "read-current-user-privilege-set"}


def test_only_the_chosen_books_are_there(device_of):
    phone = device_of("holder", countries=["CN"], topics=["sps_tbt", "customs_clearance"])
    assert set(phone.propfind("/dav/books/", depth="1")) == {"/dav/books/", QUARANTINE}
    assert phone.ask("PROPFIND", "/dav/books/any-cn/", Depth="0").status_code == 404


def test_options_names_the_classes(device_of):
    phone = device_of("stranger")
    for address in ("/dav/", "/dav/principal/", "/dav/books/", QUARANTINE):
        answer = phone.ask("OPTIONS", address)
        assert answer.status_code == 200 and answer["DAV"] == "1, 3, addressbook" and "REPORT" in answer["Allow"]


def test_all_properties_and_their_names_are_told_when_none_are_named(device_of):
    phone = device_of("stranger")
    told = phone.propfind(QUARANTINE)[QUARANTINE]
    assert {"displayname", "resourcetype", "sync-token"} <= set(told.found) and not told.missing
    names = phone.propfind(QUARANTINE, '<propfind xmlns="DAV:"><propname/></propfind>')[QUARANTINE]
    assert set(names.found) >= set(told.found) and not any(one.text or len(one) for one in names.found.values())


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PROPPATCH", "MKCOL", "MOVE", "LOCK", "POST"])
@pytest.mark.parametrize("address", ["/dav/", "/dav/books/", QUARANTINE, "/dav/books/new/", f"{QUARANTINE}new.vcf"])
def test_writing_is_refused_with_the_right_that_is_missing(device_of, method, address):
    answer = device_of("coordinator").ask(method, address, "BEGIN:VCARD")
    assert answer.status_code == 403 and condition_of(answer) == "need-privileges"


def test_no_depth_beyond_one(device_of):
    answer = device_of("stranger").ask("PROPFIND", "/dav/books/", Depth="infinity")
    assert answer.status_code == 403 and condition_of(answer) == "propfind-finite-depth"


@pytest.mark.parametrize(
    "body",
    [
        "<a",
        '<!DOCTYPE a [<!ENTITY b "c">]><propfind xmlns="DAV:"><prop>&b;</prop></propfind>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><propfind xmlns="DAV:"/>'.encode("utf-16"),
        b"\xff\xfe\x00",
        "<a>" * 5000,
    ],
)
def test_what_is_no_xml_or_brings_a_document_type_is_refused(device_of, body):
    assert device_of("stranger").ask("PROPFIND", "/dav/", body, Depth="0").status_code == 400
    assert device_of("holder").ask("REPORT", QUARANTINE, body).status_code == 400


def test_who_may_see_contacts_gets_people_and_others_get_desks(world, device_of):
    assert any("Holder Demo" in card for card in device_of("other_holder").cards(QUARANTINE).values())
    for part in ("stranger", "clerk", "editor"):
        cards = device_of(part).cards(QUARANTINE)
        assert (
            len(cards) == 1 and "Holder" not in "".join(cards.values()) and "+868718122222" in "".join(cards.values())
        )


def test_a_device_made_without_second_factor_never_shows_people(device_of):
    assert len(device_of("holder", with_second_factor=False).cards(QUARANTINE)) == 1


def test_who_is_appointed_no_more_gets_no_people_from_the_next_request_on(world, device_of):
    phone = device_of("holder")
    _told, token = phone.sync(QUARANTINE)
    end_appointment(world.people["holder"])
    assert len(phone.cards(QUARANTINE)) == 1
    refused = phone.ask(
        "REPORT", QUARANTINE, f'<sync-collection xmlns="DAV:"><sync-token>{token}</sync-token><prop/></sync-collection>'
    )
    assert refused.status_code == 403 and condition_of(refused) == "valid-sync-token"
