"""Cards of a book: what stands on them, each version, single lines, filters, what changed and what went."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from landsea.directory.actions.revision import lock_revision, raise_revision
from landsea.directory.models import Competence, Contact, Desk, DutyShift
from landsea.phonebook.actions.keep_states import KEPT_FOR, forget_old_states
from landsea.phonebook.models import Book, BookState
from landsea.phonebook.tests.dav_client import QUERY, SYNC, condition_of, read_lines

pytestmark = pytest.mark.django_db
BOOK = "/dav/books/sps_tbt-cn/"
LAO_AND_CHINESE = "ດ່ານພາສີສາກົນບໍ່ເຕັນ磨憨海关植物检疫口岸ທ່າບົກທ່ານາແລ້ງ老中铁路货运服务台ຫ້ອງການກວດກາພືດ"


def add_desk(world, code: str, name: str, topic: str = "sps_tbt") -> Desk:
    """Add one more desk to the quarantine's office."""
    desk = Desk.objects.create(code=code, office=world.quarantine.office, names={"en": name}, source="made up")
    Competence.objects.create(desk=desk, topic=topic, country="CN")
    raise_revision(lock_revision())
    return desk


def names_in(cards: dict[str, str]) -> set[str]:
    return {read_lines(card)["FN"][0] for card in cards.values()}


def filtered(name: str, inside: str, test: str = "anyof") -> str:
    return f'<c:filter test="{test}"><c:prop-filter name="{name}">{inside}</c:prop-filter></c:filter>'


def asked(phone, filter_: str = "", lines: str = "", limit: str = ""):
    return phone.report(BOOK, QUERY.format(filter=filter_, lines=lines, limit=limit))


def test_a_desk_has_its_telephones_and_a_person_how_they_are_reached(device_of):
    cards = [read_lines(card) for card in device_of("deputy").cards(BOOK).values()]
    desk, person = sorted(cards, key=lambda card: "EMAIL" in card)
    assert desk["FN"] == ["Plant quarantine\\, Mohan\\, Cn Mohan"] and desk["X-ABSHOWAS"] == ["COMPANY"]
    assert desk["TEL"] == ["+868718122222"] and desk["X-ABLABEL"] == ["switchboard"]
    assert desk["URL"][0].endswith("/who/desks/cn-mohan.quarantine/") and "made up for a test" in desk["NOTE"][0]
    assert person["FN"] == ["Holder Demo"] and person["EMAIL"] == ["holder@demo.example.org"]
    assert person["TEL"] == ["+86 100", "+86 200"] and person["TITLE"] == ["holder"]
    assert person["ORG"] == ["Cn Mohan;Plant quarantine\\, Mohan"]


def test_the_cards_are_in_the_language_of_the_account(world, device_of):
    world.people["deputy"].language = "zh-hans"
    world.people["deputy"].save()
    assert "持有人" in names_in(device_of("deputy").cards(BOOK))


def test_each_card_is_whole_and_has_one_of_each(device_of):
    """One bad card stops a telephone at a third of the book."""
    phone = device_of("coordinator")
    for version in ("3.0", "4.0"):
        for card in phone.cards(BOOK, version).values():
            lines = read_lines(card)
            assert card.startswith("BEGIN:VCARD\r\nVERSION:") and card.endswith("END:VCARD\r\n")
            assert all(len(lines[name]) == 1 and lines[name][0] for name in ("FN", "N", "UID", "REV"))
            assert lines["VERSION"] == [version] and max(map(len, card.encode().split(b"\r\n"))) <= 75


def test_a_name_of_sixty_lao_and_chinese_characters_arrives_whole(world, device_of):
    add_desk(world, "cn-mohan.long", LAO_AND_CHINESE)
    assert any(LAO_AND_CHINESE in name for name in names_in(device_of("stranger").cards(BOOK)))


def test_a_card_is_sent_once_while_it_stays_as_it_is(device_of):
    phone = device_of("stranger")
    (href,) = phone.cards(BOOK)
    first = phone.ask("GET", href)
    assert first.status_code == 200 and first["Content-Type"].startswith("text/vcard")
    again = phone.ask("GET", href, **{"If-None-Match": first["ETag"]})
    assert again.status_code == 304 and again["ETag"] == first["ETag"] and not again.content
    other = phone.ask("GET", href, **{"If-None-Match": first["ETag"], "Accept": "text/vcard; version=4.0"})
    assert other.status_code == 200 and b"VERSION:4.0" in other.content and other["ETag"] != first["ETag"]
    assert phone.ask("GET", f"{BOOK}nobody.vcf").status_code == 404
    assert phone.propfind(href)[href].text("getetag") == first["ETag"]
    assert phone.propfind(href)[href].text("getcontentlength") == str(len(first.content))


def test_what_is_asked_for_and_not_there_is_told_as_missing(device_of):
    phone = device_of("stranger")
    body = """<c:addressbook-multiget xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav"><d:prop><d:getetag/></d:prop>
    <d:href>/dav/books/sps_tbt-cn/gone.vcf</d:href></c:addressbook-multiget>"""
    assert "404" in phone.report(BOOK, body)[f"{BOOK}gone.vcf"].status


@pytest.mark.parametrize(
    ("name", "inside", "found"),
    [
        ("FN", '<c:text-match match-type="contains">holder</c:text-match>', {"Holder Demo"}),
        ("EMAIL", '<c:text-match match-type="equals">HOLDER@demo.example.org</c:text-match>', {"Holder Demo"}),
        ("EMAIL", '<c:text-match match-type="starts-with">x</c:text-match>', set()),
        ("TEL", '<c:text-match match-type="ends-with">2222</c:text-match>', {"Plant quarantine\\, Mohan\\, Cn Mohan"}),
        ("EMAIL", "<c:is-not-defined/>", {"Plant quarantine\\, Mohan\\, Cn Mohan"}),
        ("TITLE", "", {"Holder Demo"}),
        ("FN", '<c:text-match negate-condition="yes">holder</c:text-match>', {"Plant quarantine\\, Mohan\\, Cn Mohan"}),
    ],
)
def test_a_query_finds_by_what_stands_on_a_card(device_of, name, inside, found):
    told = asked(device_of("deputy"), filtered(name, inside))
    assert {read_lines(one.text("address-data"))["FN"][0] for one in told.values()} == found


def test_a_query_without_filter_finds_all_and_stops_at_its_limit(device_of):
    phone = device_of("deputy")
    assert len(asked(phone)) == 2
    cut = asked(phone, limit="<c:limit><c:nresults>1</c:nresults></c:limit>")
    assert len(cut) == 2 and "507" in cut[BOOK].status


def test_only_the_lines_that_are_named_are_sent(device_of):
    told = asked(device_of("stranger"), lines='<c:prop name="TEL"/>')
    (card,) = [read_lines(one.text("address-data")) for one in told.values()]
    assert set(card) - {""} == {"BEGIN", "VERSION", "FN", "N", "UID", "TEL", "END"}


@pytest.mark.parametrize(
    ("body", "condition"),
    [
        (QUERY.format(lines="", limit="", filter=filtered("FN", '<c:param-filter name="TYPE"/>')), "supported-filter"),
        (
            QUERY.format(lines="", limit="", filter=filtered("FN", '<c:text-match match-type="x">a</c:text-match>')),
            "supported-filter",
        ),
        (
            QUERY.format(lines="", limit="", filter=filtered("FN", '<c:text-match collation="x">a</c:text-match>')),
            "supported-collation",
        ),
        (
            QUERY.format(lines="", limit="", filter="").replace("<c:address-data>", '<c:address-data version="2.1">'),
            "supported-address-data",
        ),
        (SYNC.format(token="https://another.example.org/7", limit=""), "valid-sync-token"),
        (SYNC.format(token="urn:uuid:00000000-0000-4000-8000-000000000000", limit=""), "valid-sync-token"),
        ('<D:expand-property xmlns:D="DAV:"/>', "supported-report"),
    ],
)
def test_what_is_not_understood_is_refused_by_its_name(device_of, body, condition):
    answer = device_of("deputy").ask("REPORT", BOOK, body, Depth="1")
    assert answer.status_code == 403 and condition_of(answer) == condition


def test_a_change_and_a_deletion_arrive_at_the_next_sync(world, device_of):
    phone = device_of("deputy")
    added = Contact.objects.create(desk=world.quarantine, name="New Demo", email="new@demo.example.org")
    told, token = phone.sync(BOOK)
    assert len(told) == 3
    assert phone.sync(BOOK, token) == ({}, token)

    holder = Contact.objects.get(name="Holder Demo")
    holder.phone = "+86 300"
    holder.save()
    told, second = phone.sync(BOOK, token)
    (href,) = told
    assert second != token and "+86 300" in phone.cards(BOOK)[href]
    assert phone.sync(BOOK, second) == ({}, second)

    added.ended_at = timezone.now()
    added.save()
    told, third = phone.sync(BOOK, second)
    assert [one.status for one in told.values()] == ["HTTP/1.1 404 Not Found"]
    both, again = phone.sync(BOOK, token)
    assert again == third and len(both) == 2, "from the first state on, both are told"
    everything, _token = phone.sync(BOOK)
    assert len(everything) == 2 and not any(one.status for one in everything.values()), (
        "who knows nothing is told of nothing gone"
    )


def test_what_comes_back_is_told_as_there(world, device_of):
    phone = device_of("deputy")
    contact = Contact.objects.get(name="Holder Demo")
    _told, token = phone.sync(BOOK)
    Contact.objects.filter(pk=contact.pk).update(ended_at=timezone.now())
    _gone, second = phone.sync(BOOK, token)
    Contact.objects.filter(pk=contact.pk).update(ended_at=None)
    told, _third = phone.sync(BOOK, second)
    assert [one.status for one in told.values()] == [""]


def test_the_mark_of_the_shelf_changes_with_the_book_and_with_no_other(world, device_of):
    phone = device_of("stranger")

    def marks():
        return {
            href: one.found["getctag"].text
            for href, one in phone.propfind("/dav/books/", depth="1").items()
            if "getctag" in one.found
        }

    before = marks()
    assert marks() == before
    add_desk(world, "cn-mohan.second", "Second desk")
    after = marks()
    assert {href for href in after if after[href] != before[href]} == {BOOK}


def test_states_are_shared_by_readers_who_are_alike(device_of):
    for part in ("holder", "deputy", "coordinator"):
        device_of(part).sync(BOOK)
    assert (
        Book.objects.filter(code="sps_tbt-cn").count() == 1
        and BookState.objects.filter(book__code="sps_tbt-cn").count() == 1
    )


def test_a_state_of_over_ninety_days_ago_is_forgotten_and_the_book_read_again(world, device_of):
    phone = device_of("stranger")
    _told, first = phone.sync(BOOK)
    add_desk(world, "cn-mohan.second", "Second desk")
    _told, second = phone.sync(BOOK, first)
    BookState.objects.update(since=timezone.now() - KEPT_FOR - timedelta(days=1))
    forget_old_states(timezone.now())
    assert phone.sync(BOOK, second) == ({}, second), "the present state stays, however old"
    refused = phone.ask("REPORT", BOOK, SYNC.format(token=first, limit=""))
    assert refused.status_code == 403 and condition_of(refused) == "valid-sync-token"


def test_a_sync_that_wants_fewer_than_there_are_is_told_so(device_of):
    body = SYNC.format(token="", limit="<limit><nresults>1</nresults></limit>")
    answer = device_of("deputy").ask("REPORT", BOOK, body)
    assert answer.status_code == 507 and condition_of(answer) == "number-of-matches-within-limits"


def test_who_is_on_duty_stands_on_the_desks_card_with_its_validity(world, device_of):
    now = timezone.now()
    contact = Contact.objects.get(name="Holder Demo")
    for begins, ends in (
        (now - timedelta(hours=1), now + timedelta(hours=5)),
        (now + timedelta(days=2), now + timedelta(days=2, hours=8)),
    ):
        DutyShift.objects.create(desk=world.quarantine, contact=contact, starts_at=begins, ends_at=ends)
    cards = [read_lines(card) for card in device_of("deputy").cards(BOOK).values()]
    desk = next(card for card in cards if "EMAIL" not in card)
    assert desk["TEL"] == ["+86 200", "+86 200", "+868718122222"]
    running, ahead, switchboard = desk["X-ABLABEL"]
    assert running.startswith("on duty until ") and running.endswith(": Holder Demo") and " – " in ahead
    phone = device_of("stranger")
    assert "on duty" not in "".join(phone.cards(BOOK).values())
    Contact.objects.filter(pk=contact.pk).update(is_demo=True)
    cards = [read_lines(card) for card in device_of("deputy").cards(BOOK).values()]
    desk = next(card for card in cards if "EMAIL" not in card)
    assert all(label.endswith(": Holder Demo (demo)") for label in desk["X-ABLABEL"][:2])


@pytest.mark.usefixtures("marks_are_believed")
def test_a_book_of_many_cards_takes_as_many_statements_as_one_of_few(world, device_of):
    phone, counted = device_of("deputy"), []
    for number in range(20):
        desk = add_desk(world, f"cn-mohan.more{number}", f"Desk {number}")
        Contact.objects.create(desk=desk, name=f"Person {number}", email=f"p{number}@demo.example.org")
        if number in (0, 19):
            phone.propfind("/dav/books/", depth="1")
            with CaptureQueriesContext(connection) as statements:
                told = phone.propfind("/dav/books/", depth="1")
            counted.append(len(statements))
    assert counted[0] == counted[1] and len(told) == 5
