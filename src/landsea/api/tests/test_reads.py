"""What anyone may read by program: every list and every single thing, as it is described; nothing that is not public."""

import pytest
from django.utils import timezone
from jsonschema import Draft202012Validator
from tests.coming_days import coming_tuesday

from landsea.api.actions.order_plan import answer_ordered_plan
from landsea.api.models import OrderedPlan
from landsea.api.openapi import describe_api
from landsea.api.shapes import Shape
from landsea.api.table import list_operations
from landsea.api.tests.programs import Program, fits, program_of

pytestmark = pytest.mark.django_db
READY = f"{coming_tuesday()}T08:00"
LISTS = [one.path for one in list_operations() if one.method == "GET" and one.is_public and "{" not in one.path]
NEEDS = {
    "/gate": "?hs=081060&origin=MY&destination=CN&mode=rail",
    "/checklist": "?hs=081060&origin=MY&destination=CN",
    "/plan": f"?from=CNKMG&to=LAVTE&ready={READY}",
    "/who": "?about=durian&country=CN",
}


def schema_of(path: str) -> dict:
    whole = describe_api("https://landsea.example/api/v1")
    content = whole["paths"][path]["get"]["responses"]["200"]["content"]
    return content["application/json"]["schema"] | {"components": whole["components"]}


def test_the_description_names_every_language_that_is_answered_in(settings):
    said = describe_api("https://landsea.example/api/v1")["info"]["description"]
    assert f"({', '.join(code for code, _name in settings.LANGUAGES)})" in said


@pytest.mark.parametrize("path", LISTS)
def test_everything_public_is_read_without_a_key_and_is_as_described(world, path):
    Draft202012Validator(schema_of(path)).validate(Program().get(path + NEEDS.get(path, "")))


def test_who_answers_is_told_with_reasons_and_opening(world):
    told = Program().get("/who?about=durian%20waits%20for%20quarantine&place=Mohan&matter=plant_health")
    fits(told, "WhoAnswers")
    first = told["desks"][0]
    assert first["desk"]["code"] == "cn-mohan.quarantine" and first["reasons"] and isinstance(first["open_now"], bool)
    assert (first["hours_grade"], first["answering"]) == ("assumed", "")
    assert Program().get("/desks/cn-mohan.quarantine")["desk"]["office"] == "cn-mohan"
    assert Program().get("/who", status=422)["type"].endswith("#faults")


def test_where_somebody_looked_for_rules_is_told_of_one_country(world):
    told = Program().get("/coverage?country=LA")
    fits(told, "Coverage")
    assert {row["country"] for row in told["summary"]} == {"LA"} and told["cells"]
    assert Program().get("/coverage?country=FR", status=400)["faults"][0]["pointer"] == "country"


@pytest.mark.parametrize(
    "path",
    [
        "/desks/none",
        "/measures/M999",
        "/measures/M999/versions",
        "/barriers/1",
        "/dialogues/1",
        "/promises/1",
        "/listings/1",
        "/listings/x",
        "/listings/99999999999",
        "/series/none",
        "/tables/none",
    ],
)
def test_what_is_not_there_is_not_found(world, path):
    assert Program().get(path, status=404)["type"].endswith("#not-found")


def test_every_operation_stands_in_the_table_once():
    for told in ([(one.method, one.path) for one in list_operations()], [one.name for one in list_operations()]):
        assert sorted(told) == sorted(set(told))


def test_every_operation_is_described_with_all_that_it_can_answer():
    for one in list_operations():
        assert one.summary and one.group and (one.is_public or one.door)
        assert isinstance(one.answer, dict) or one.answer.name
        if isinstance(one.answer, Shape):
            assert one.answer.schema()["properties"]


def test_a_disruption_is_reported_by_an_editor_seen_by_anyone_and_ended(world):
    editor = program_of(world, "coordinator")
    body = {"target": "CNMHN", "since": "2026-11-20", "says": "The lock is closed.", "source": "notice of the post"}
    made = editor.post("/disruptions", body, status=201)
    fits(made, "Disruption")
    assert made["id"] in [one["id"] for one in Program().get("/disruptions")["items"]]
    editor.post(f"/disruptions/{made['id']}/end")
    assert made["id"] not in [one["id"] for one in Program().get("/disruptions")["items"]]
    for role in ("stranger", "holder", "head"):
        assert program_of(world, role).post("/disruptions", body, status=403)
    assert editor.post("/disruptions", body | {"target": "Atlantis"}, status=422)["faults"][0]["pointer"] == "/target"


TRIPS = """trip,place,what,at
a,LAVTS,departed,2026-11-20T08:00+07:00
a,CNMHN,arrived,2026-11-21T09:00+08:00
"""


def test_a_railway_sends_its_trips_and_the_same_again_is_known(world):
    railway = program_of(world, "holder")
    sent = {"mode": "rail", "trips": TRIPS}
    assert railway.post("/trips", sent) == {"new": 1, "known_before": 0}
    assert railway.post("/trips", sent) == {"new": 0, "known_before": 1}
    assert railway.post("/trips", sent | {"trips": "nothing"}, status=422)["faults"][0]["pointer"] == "/trips"


def test_a_chamber_files_ten_rows_and_follows_them(world):
    chamber = program_of(world, "clerk")
    assert [one["party"] for one in chamber.get("/members")["items"]] == ["Demo Dragon Fruit"]
    rows = [
        {
            "member": "Demo Dragon Fruit",
            "text": f"Lorry {number} of dragon fruit waits at Mohan.",
            "place_text": "Mohan",
        }
        for number in range(10)
    ]
    filed = chamber.post("/case-rows", {"rows": rows}, status=201)
    fits(filed, "FiledRows")
    refs = [row["ref"] for row in filed["rows"]]
    assert len(set(refs)) == 10 and all(refs)
    assert {one["ref"] for one in chamber.get("/association-cases")["items"]} == set(refs)
    assert program_of(world, "other_clerk").get(f"/cases/{refs[0]}", status=404)
    wrong = [rows[0] | {"text": "An other one."}, {"member": "Nobody Ltd", "text": "It waits."}]
    told = chamber.post("/case-rows", {"rows": wrong}, status=422)
    assert told["faults"][0]["pointer"] == "/rows/1/member"
    mended = chamber.post("/case-rows", {"rows": wrong, "leave_out_faulty": True}, status=201)
    assert [bool(row["ref"]) for row in mended["rows"]] == [True, False]
    assert program_of(world, "holder").post("/case-rows", {"rows": rows}, status=403)


def test_a_plan_is_ordered_answered_in_the_background_and_fetched(world):
    question = {"from": "Kunming", "to": "Vientiane", "ready": READY}
    ordered = Program().post("/plans", question, status=202)
    path = ordered["address"].partition("/api/v1")[2]
    assert Program().get(path) == {"state": "waits", "plan": None}
    row = OrderedPlan.objects.get()
    assert path.rpartition("/")[2] not in str(OrderedPlan.objects.values())
    answer_ordered_plan(row.pk, now=timezone.now())
    told = Program().get(path)
    assert told["state"] in ("done", "failed") and (told["plan"] is None) == (told["state"] == "failed")
    assert Program().get("/plans/" + "x" * 43, status=404)
    assert Program().get(f"/plan?from=Atlantis&to=Vientiane&ready={READY}", status=422)["code"] == "unknown_place"


def test_a_plan_that_our_fault_stops_is_failed_and_not_waited_for(world, monkeypatch):
    from landsea.api.actions import order_plan

    def break_down(*_asked):
        raise RuntimeError("the planner")

    monkeypatch.setattr(order_plan, "answer_question", break_down)
    question = {"from": "Kunming", "to": "Vientiane", "ready": READY}
    path = Program().post("/plans", question, status=202)["address"].partition("/api/v1")[2]
    with pytest.raises(RuntimeError):
        answer_ordered_plan(OrderedPlan.objects.get().pk, now=timezone.now())
    told = Program().get(path)
    assert (told["state"], told["plan"]) == ("failed", None) and "on our side" in told["detail"]
