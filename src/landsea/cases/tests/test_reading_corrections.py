"""A changed chip is evidence: of whom, from what to what, how sure the reader was; and nothing where nothing was changed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from landsea.cases.actions.classify import classify_case
from landsea.cases.actions.coordinate import reassign_case
from landsea.cases.actions.name_right_desk import name_right_desk
from landsea.cases.models import Case, ReadingCorrection
from landsea.cases.tests.browsing import send
from landsea.cases.tests.world import with_rail_holder
from landsea.cases.understanding.meaning import understand_filing
from landsea.cases.understanding.suggestions import suggest_from_text

QUEUE = "We stand in the queue at the gate for two days and nothing moves."


def kept(case: Case | None = None) -> list[tuple]:
    """Return the corrections of a case, or all, as (who, kind, before, after)."""
    rows = ReadingCorrection.objects.order_by("id")
    if case:
        rows = rows.filter(case=case)
    return list(rows.values_list("who", "kind", "before", "after"))


@pytest.fixture
def words(typed) -> dict:
    """A form whose words alone are read: nothing is chosen."""
    return typed | {"text": QUEUE, "matter": "", "place_text": "", "country": "", "goods": ""}


def test_nothing_chosen_is_nothing_corrected_and_what_was_read_stands_on_the_case(client, words):
    send(client, words)

    case = Case.objects.get()
    assert kept() == []
    assert case.matter == case.reading["matter"][0] == "gate_queue"
    assert 0 < case.reading["matter"][1] <= 1
    assert case.reading["lexicon"]
    assert (case.written_in, case.reading["language"][0]) == ("en", "en")
    assert QUEUE not in str(case.reading)


def test_another_matter_is_kept_with_confidence_and_versions(client, words):
    send(client, words, matter="rail")

    case = Case.objects.get()
    assert kept() == [("filer", "matter", "gate_queue", "rail")]
    row = ReadingCorrection.objects.get()
    assert (row.case, row.at, row.confidence) == (case, case.filed_at, case.reading["matter"][1])
    assert (row.lexicon, row.model) == (case.reading["lexicon"], case.reading["model"])


def test_none_of_these_is_kept_as_nothing(client, words):
    send(client, words, matter="-")

    assert kept() == [("filer", "matter", "gate_queue", "")]


def test_the_same_choice_as_was_read_corrects_nothing(client, words):
    send(client, words, matter="gate_queue")

    assert kept() == []


def test_what_was_not_read_and_is_added_corrects_nothing(client, words):
    text = "Nobody answers us and nobody says why."
    assert not {"place", "goods"} & set(suggest_from_text({"text": text}, understand_filing({"text": text})).values)
    send(client, words, text=text, place_text="Mohan", goods="durian 0810.60")

    assert {"place", "goods"}.isdisjoint(kind for _who, kind, _before, _after in kept())


def test_another_place_country_language_and_urgency_are_kept_each(client, words):
    text = "Our durian waits at Mohan, the plant quarantine does not accept our report."
    typed = {"text": text, "filer_country": "VN"}
    read = suggest_from_text(typed, understand_filing(typed)).values
    send(
        client,
        words,
        text=text,
        place_text="Huu Nghi",
        country="VN",
        goods="0803",
        written_in="tet",
        lane="urgent",
        lane_reason="durian spoils",
    )

    found = {kind: (before, after) for _who, kind, before, after in kept()}
    assert found["place"] == ("CNMHN", "VNHNI")
    assert found["country"] == ("CN", "VN")
    assert found["goods"] == ("081060", "0803")
    assert found["language"] == ("en", "tet")
    assert Case.objects.get().written_in == "tet"
    assert ("urgency" in found) is (read["urgency"][0] == "normal")


def test_a_struck_place_is_not_taken_and_is_kept_as_nothing(client, words):
    send(client, words, text="Our durian waits at Mohan.", struck="place goods nonsense")

    case = Case.objects.get()
    assert (case.place_id, case.hs, case.goods) == (None, "", "")
    assert {row[1:] for row in kept()} == {("place", "CNMHN", ""), ("goods", "081060", "")}


@pytest.mark.usefixtures("marks_are_believed")
def test_keeping_them_takes_no_statement_more(client, words):
    def statements(**changes) -> int:
        send(client, words, key="f" * 64, **changes)
        Case.objects.all().delete()
        with CaptureQueriesContext(connection) as queries:
            client.post("/file/", words | {"action": "send", "key": "c" * 64} | changes)
        assert Case.objects.count() == 1
        Case.objects.all().delete()
        return len([q for q in queries.captured_queries if '"directory_revision"' not in q["sql"]])

    plain = statements()
    assert statements(matter="inspection") == plain  # the same desk gets it


def test_the_same_form_twice_keeps_them_once(client, words):
    send(client, words, matter="rail")
    send(client, words, matter="rail")

    assert len(kept()) == 1


def test_an_association_is_named_as_what_it_is(world):
    client = world.client("clerk")
    data = {
        "association": world.chamber.code,
        "members": [world.member.pk],
        "how": "each",
        "news": "us",
        "text": QUEUE,
        "matter": "rail",
        "lane": "normal",
        "visibility": "named",
        "key": "a" * 64,
        "action": "check",
    }
    page = client.post("/association/file/", data)
    checked = page.context["checked"] if page.context else ""
    client.post("/association/file/", data | {"action": "send", "checked": checked})

    assert kept() == [("association", "matter", "gate_queue", "rail")]


@pytest.fixture
def filed(client, words, world) -> Case:
    """A case whose words were read as a queue at a gate."""
    send(client, words)
    return Case.objects.get()


def test_a_desk_that_corrects_the_matter_teaches_too(world, filed):
    Case.objects.filter(pk=filed.pk).update(desk=world.rail)
    coordinator = world.actor("coordinator")
    classify_case(coordinator, filed.ref, {"matter": "rail", "goods": "ore"}, now=timezone.now())

    assert kept(filed) == [("coordinator", "matter", "gate_queue", "rail")]
    assert ReadingCorrection.objects.get().confidence == filed.reading["matter"][1]


def test_what_the_filer_chose_and_a_desk_changes_has_no_confidence_of_the_reader(world, client, words):
    send(client, words, matter="inspection")
    case = Case.objects.get()
    classify_case(world.actor("coordinator"), case.ref, {"matter": "rail"}, now=timezone.now())

    assert kept(case)[1] == ("coordinator", "matter", "inspection", "rail")
    assert ReadingCorrection.objects.latest("id").confidence is None


def test_a_hand_off_to_a_desk_of_one_topic_says_what_the_case_is_about(world, filed):
    reassign_case(world.actor("coordinator"), filed.ref, world.border.code, "Theirs.", now=timezone.now())

    topic = ("coordinator", "topic", "transport_border", "customs_clearance")
    assert topic in kept(filed)


def test_a_desks_own_hand_off_is_the_desks_and_a_desk_of_the_same_topic_tells_nothing(world, client, words):
    with_rail_holder(world)
    send(client, words, matter="plant_health", place_text="Mohan", country="CN")
    case = Case.objects.get()
    assert case.desk == world.quarantine
    before = len(kept(case))
    name_right_desk(world.actor("holder"), case.ref, world.rail.code, "Railway.", now=timezone.now())

    assert set(kept(case)[before:]) == {
        ("desk", "topic", "sps_tbt", "transport_border"),
        ("desk", "matter", "plant_health", "rail"),
    }
    after = len(kept(case))
    reassign_case(world.actor("coordinator"), case.ref, world.coordinator.code, "Mine.", now=timezone.now())
    assert len(kept(case)) == after


def test_a_refused_act_keeps_nothing(world, filed):
    from django.core.exceptions import PermissionDenied
    from django.http import Http404

    with pytest.raises((PermissionDenied, Http404)):
        classify_case(world.actor("other_holder"), filed.ref, {"matter": "rail"}, now=timezone.now())
    assert kept() == []
