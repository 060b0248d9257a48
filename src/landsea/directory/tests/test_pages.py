"""The directory's pages: who answers, finding by name, desks and offices; what the public never sees; corrections."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from landsea.base.audit.access import list_entries
from landsea.base.corrections.models import Correction
from landsea.cases.tests.world import World, make_world
from landsea.directory.actions.load_reference import load_reference
from landsea.directory.models import Contact, Desk, DutyShift, Evidence, Office
from landsea.directory.tests.reference_files import write_reference

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
MARKER = "+00 999 marker"

pytestmark = pytest.mark.django_db


@pytest.fixture
def directory(tmp_path):
    """The small directory, with a contact that has marked numbers and is on duty now."""
    load_reference(write_reference(tmp_path), NOW)
    for desk in Desk.objects.all():
        contact = Contact.objects.create(
            desk=desk, name="Wen Marker", email="marker@desk.example.org", phone=MARKER, duty_phone=f"{MARKER} 2"
        )
        now = datetime.now(UTC)
        DutyShift.objects.create(
            desk=desk, contact=contact, starts_at=now - timedelta(days=1), ends_at=now + timedelta(days=1)
        )


def _get(client: Client, name: str, *args, **query) -> str:
    response = client.get(reverse(name, args=args), query)
    assert response.status_code == 200
    return response.content.decode()


def test_words_and_a_place_lead_to_the_desk_with_reasons_and_what_to_prepare(directory, client):
    page = _get(client, "who", about="they refuse our phytosanitary certificate", place="mohan", goods="0810.60")
    first = page.index("Plant quarantine")
    assert first < page.index("It answers for this matter: Plant health.")
    for words in (
        "It answers for this very place: Mohan.",
        "HS 08",
        "the declaration number",
        "We read this from your words: matter.",
    ):
        assert words in page
    assert "somebody is on duty" in page or "open until" in page


def test_the_answer_comes_in_the_readers_language(directory, client):
    page = _get(client, "who", matter="plant_health", place="磨憨", goods="08", lang="zh-hans")
    assert "植物检疫" in page and "报关单号" in page


def test_another_place_of_that_name_is_one_press_away(directory, client):
    page = _get(client, "who", matter="declaration", place="moh")
    address = f"{reverse('who')}?about=&amp;place=CNMOR&amp;country=CN"
    assert "Did you mean another place?" in page and address in page


def test_a_chosen_matter_wins_over_words(directory, client):
    page = _get(client, "who", about="phytosanitary certificate", matter="declaration", country="LA")
    assert "Boten Customs" in page and "We read this from your words" not in page


def test_what_nobody_answers_for_goes_to_the_coordinator_and_says_so(directory, client):
    page = _get(client, "who", place="Boten", matter="plant_health")
    assert "No desk answers for this, so the coordinator takes it." in page


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"about": ""}, "Say in a few words what it is about"),
        ({"about": "x" * 301}, "it has 301"),
        ({"place": "y" * 61}, "it has 61"),
        ({"place": "Atlantis"}, "We know no place called “Atlantis”"),
        ({"goods": "shiny things", "country": "CN"}, "We do not know the goods “shiny things”"),
        ({"place": "Mohan", "country": "XX"}, "Select a valid choice"),
    ],
)
def test_what_was_not_understood_is_said_and_stays_typed(directory, client, query, words):
    page = _get(client, "who", **query)
    assert words in page
    typed = query.get("place") or query.get("goods") or query["about"]
    assert typed in page


def test_hostile_words_break_nothing(directory, client):
    for text in ("\x00\u202e", "🍈" * 300, "<script>alert(1)</script>", "'; drop table", "\\"):
        page = _get(client, "who", about=text, place=text, goods=text)
        assert "<script>alert" not in page
        _get(client, "who_search", q=text)


def test_a_name_is_found_in_another_script_and_nothing_says_what_to_do(directory, client):
    assert reverse("desk_page", args=["la-boten.clearance"]) in _get(client, "who_search", q="ບໍ່ເຕັນ")
    assert "Nothing has that name" in _get(client, "who_search", q="qqqq")


def test_an_office_shows_its_desks_its_source_and_its_grade(directory, client):
    page = _get(client, "office_page", "la-boten")
    for words in ("Boten Customs", "ດ່ານພາສີ ບໍ່ເຕັນ", "09:00–12:00", "made up for a test", "assumed by us"):
        assert words in page
    assert reverse("desk_page", args=["la-boten.clearance"]) in page
    assert f"{reverse('file_case')}?about_page=desk%3Ala-boten.clearance" in page, (
        "one writes to a desk from its office too"
    )


@pytest.mark.parametrize(
    ("website", "address"),
    [
        ("customs.gov.la", "https://customs.gov.la"),
        ("http://customs.gov.la", "http://customs.gov.la"),
        ("javascript:alert(1)", "https://javascript:alert(1)"),
    ],
)
def test_the_link_to_an_office_s_own_page_leads_out_of_ours(directory, client, website, address):
    Office.objects.filter(code="la-boten").update(website=website)
    assert f'href="{address}"' in _get(client, "office_page", "la-boten")


@pytest.mark.parametrize("name", ["desk_page", "office_page"])
def test_what_does_not_exist_or_is_retired_is_not_found(directory, client, name):
    Desk.objects.filter(code="la-boten.clearance").update(retired_at=NOW)
    for code in ("nowhere", "la-boten.clearance", "<b>"):
        assert client.get(reverse(name, args=[code])).status_code == 404


PUBLIC_PAGES = [
    ("who", [], {"matter": "plant_health", "place": "Mohan", "goods": "08"}),
    ("who_search", [], {"q": "Mohan"}),
    ("who_search", [], {"q": "marker"}),
    ("desk_page", ["cn-mohan.quarantine"], {}),
    ("office_page", ["cn-mohan"], {}),
]


@pytest.mark.parametrize(("name", "args", "query"), PUBLIC_PAGES)
@pytest.mark.parametrize("part", ["anonymous", "stranger", "clerk"])
def test_no_person_shows_on_a_public_page(part, name, args, query, tmp_path):
    world = make_world()
    desk = _marked_desk(world)
    args = [desk.code if name == "desk_page" else desk.office.code for _one in args]
    page = _get(world.client(part), name, *args, **query)
    assert MARKER not in page and "Wen Marker" not in page and "marker@" not in page


@pytest.mark.parametrize("part", ["holder", "other_holder", "head", "coordinator", "observer", "operator"])
def test_people_who_work_in_the_directory_see_the_contacts_and_who_is_on_duty(part):
    world = make_world()
    desk = _marked_desk(world)
    page = _get(world.client(part), "desk_page", desk.code)
    assert MARKER in page and "Wen Marker" in page and f"{MARKER} 2" in page


def test_an_officer_without_a_second_factor_sees_no_contacts():
    world = make_world()
    desk = _marked_desk(world)
    world.people["holder"].authenticator_set.all().delete()
    assert MARKER not in _get(world.client("holder"), "desk_page", desk.code)


def _marked_desk(world: World) -> Desk:
    contact = Contact.objects.create(
        desk=world.quarantine,
        name="Wen Marker",
        email="marker@desk.example.org",
        phone=MARKER,
        duty_phone=f"{MARKER} 2",
    )
    now = datetime.now(UTC)
    DutyShift.objects.create(
        desk=world.quarantine, contact=contact, starts_at=now - timedelta(days=1), ends_at=now + timedelta(days=1)
    )
    return world.quarantine


def test_a_correction_is_kept_once_becomes_evidence_and_is_audited_without_its_words(directory, client):
    desk = Desk.objects.get(code="cn-mohan.clearance")
    typed = {"text": "The hall moved.", "email": "reader@firm.example", "form_key": uuid.uuid4()}
    for _time in range(2):
        answer = client.post(reverse("suggest_correction", args=[desk.code]), typed, follow=True)
        assert "A coordinator will look at it" in answer.content.decode()
    kept = Correction.objects.get()
    assert (kept.text, kept.email, kept.about_key) == ("The hall moved.", "reader@firm.example", desk.code)
    assert Evidence.objects.filter(contact__desk=desk, kind="suggested").count() == 1
    entries = list_entries(f"desk:{desk.pk}")
    assert [(entry.act, entry.actor) for entry in entries] == [("suggest_correction", "anonymous")]
    assert "moved" not in str([entry.facts for entry in entries])
    assert "The hall moved." not in _get(client, "desk_page", desk.code)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"text": " "}, "Write in a sentence what is wrong"),
        ({"text": "x" * 2001}, "it has 2001"),
        ({"email": "not an address"}, "Write the address as name@example.org"),
    ],
)
def test_a_faulty_correction_comes_back_with_what_was_typed(directory, client, change, words):
    typed = {"text": "The hall moved.", "email": "", "form_key": uuid.uuid4()} | change
    answer = client.post(reverse("suggest_correction", args=["cn-mohan.clearance"]), typed)
    page = answer.content.decode()
    assert answer.status_code == 422 and words in page and str(typed["form_key"]) in page
    assert (typed["email"] or typed["text"].strip()) in page
    assert not Correction.objects.exists()


def test_a_correction_is_posted_not_got(directory, client):
    assert client.get(reverse("suggest_correction", args=["cn-mohan.clearance"])).status_code == 405


@pytest.mark.parametrize(
    ("name", "args", "query", "most"),
    [
        ("who", [], {"matter": "plant_health", "place": "Mohan", "goods": "08"}, 18),
        ("who_search", [], {"q": "Mohan"}, 3),
        ("desk_page", ["cn-mohan.quarantine"], {}, 10),
        ("office_page", ["cn-mohan"], {}, 10),
    ],
)
def test_pages_ask_the_database_a_known_number_of_times(
    directory, client, django_assert_max_num_queries, name, args, query, most
):
    client.get(reverse(name, args=args), query)
    with django_assert_max_num_queries(most):
        client.get(reverse(name, args=args), query)
