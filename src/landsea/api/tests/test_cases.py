"""Cases by program: filing, following by the secret, acts of both sides by the page's own forms, rights as on the pages."""

import base64

import pytest

from landsea.api.subjects.case_acts import OPERATIONS as ACTS
from landsea.api.tests.programs import Program, fits, program_of
from landsea.cases.act_forms import FILER_FORMS, OFFICE_FORMS
from landsea.cases.models import Case, Message
from landsea.cases.tests.world import CAST

pytestmark = pytest.mark.django_db
BODY = {
    "text": "Two lorries of durian wait at Mohan. The plant quarantine does not accept our laboratory report.",
    "visibility": "named",
    "party": "Demo Fruit",
    "place_text": "Mohan",
    "country": "CN",
    "goods": "durian",
    "matter": "plant_health",
}


def test_every_act_of_the_pages_is_an_operation_with_the_page_s_form():
    assert {one.name.removesuffix("_case") for one in ACTS} == {*OFFICE_FORMS, *FILER_FORMS}
    for one in ACTS:
        form = one.body.form
        assert form is (OFFICE_FORMS | FILER_FORMS)[form.act]


def test_a_case_from_filing_to_its_outcome_by_programs_alone(world):
    filed = Program().post("/cases", BODY, status=201)
    fits(filed, "Filed")
    ref, filer, desk = filed["ref"], Program(filed["secret"]), program_of(world, "holder")
    assert filer.get("/case")["desk"] == "cn-mohan.quarantine" and filer.get("/me")["kind"] == "mailbox"
    assert ref in [one["ref"] for one in desk.get("/cases?scope=mine")["items"]]
    assert desk.post(f"/cases/{ref}/accept")["case"]["state"] == "accepted"
    asked = desk.post(f"/cases/{ref}/ask_filer", {"body": "Which laboratory wrote the report?"})
    fits(asked, "ActDone")
    assert asked["case"]["waits_for_filer"] and asked["case"]["due_at"] is None
    filer.post(f"/cases/{ref}/reply", {"body": "The one in Vientiane."})
    assert [one["body"] for one in desk.get(f"/cases/{ref}")["messages"]][-1] == "The one in Vientiane."
    desk.post(f"/cases/{ref}/answer", {"body": "It is accepted from today."})
    desk.post(f"/cases/{ref}/propose_outcome", {"outcome": "fixed", "body": "The lorries passed."})
    done = filer.post(f"/cases/{ref}/confirm")
    assert done["case"]["outcome"] == "fixed" and done["case"]["closed_at"]
    assert Case.objects.get(ref=ref).outcome == "fixed"


def test_papers_come_in_base64_and_go_out_as_bytes(world):
    paper = {"name": "report.txt", "content": base64.b64encode(b"Moisture 12 percent").decode()}
    filed = Program().post("/cases", BODY | {"papers": [paper]}, status=201)
    files = filed["case"]["files"]
    assert [one["name"] for one in files] == ["report.txt"]
    response = program_of(world, "holder").send("GET", f"/cases/{filed['ref']}/files/{files[0]['id']}")
    assert b"".join(response.streaming_content) == b"Moisture 12 percent"
    wrong = [{"name": "a.txt", "content": "%%%"}, {"name": "", "content": ""}, {"content": ""}, "a"]
    told = Program().post("/cases", BODY | {"papers": wrong}, status=422)
    assert [one["pointer"] for one in told["faults"]] == [f"/papers/{number}" for number in range(4)]


def test_everybody_sees_and_does_by_program_what_the_page_lets_them(world):
    """The same cast as the permission matrix: who sees the case, and who may answer it."""
    filed = world.file()
    path = f"/cases/{filed.case.ref}"
    programs = {who: Program() if who == "anonymous" else program_of(world, who) for who in CAST}
    seen = {who for who, one in programs.items() if one.send("GET", path).status_code == 200}
    assert seen == {"holder", "deputy", "head", "observer", "coordinator"}
    reached = {who: one.send("POST", f"{path}/answer", {"body": ""}).status_code for who, one in programs.items()}
    assert reached == {
        "anonymous": 401,
        **dict.fromkeys(("stranger", "observer", "clerk", "other_clerk", "operator", "editor"), 403),
        "other_holder": 404,
        **dict.fromkeys(("holder", "deputy", "head", "coordinator"), 409),
    }
    assert not Message.objects.filter(case=filed.case, act="answer").exists()


def test_the_secret_of_one_case_opens_no_other(world):
    one, other = world.file(), world.file()
    filer = Program(one.secret)
    assert filer.get(f"/cases/{one.case.ref}") and filer.get(f"/cases/{other.case.ref}", status=404)
    assert filer.post(f"/cases/{other.case.ref}/withdraw", {"body": "no"}, status=404)
    assert filer.post(f"/cases/{one.case.ref}/answer", {"body": "no"}, status=403)
    assert filer.get("/cases", status=403)


def test_who_looked_at_an_older_version_is_told_what_happened(world):
    filed = world.file()
    path, holder = f"/cases/{filed.case.ref}", program_of(world, "holder")
    tag = holder.send("GET", path)["ETag"]
    assert holder.send("GET", path, **{"If-None-Match": tag}).status_code == 304
    accepted = holder.send("POST", f"{path}/accept", {}, **{"If-Match": tag})
    assert accepted.status_code == 200 and accepted["ETag"] != tag
    told = holder.post(f"{path}/accept", status=412, **{"If-Match": tag})
    assert told["type"].endswith("#moved-on")
    assert holder.post(f"{path}/accept", status=409)["type"].endswith("#refused")
    assert holder.post(f"{path}/accept", status=400, **{"If-Match": '"nonsense"'})


def test_a_filer_nobody_may_know_is_shown_to_nobody(world):
    filed = world.file(visibility="pseudonymous", name="", party="", email="")
    assert program_of(world, "holder").get(f"/cases/{filed.case.ref}")["filer"] is None
    assert program_of(world, "observer").get(f"/cases/{filed.case.ref}", status=404)


def test_a_list_goes_on_where_it_ended_and_only_with_its_filters(world):
    refs = {world.file().case.ref for _ in range(5)}
    program, found, path = program_of(world, "coordinator"), [], "/cases?limit=2"
    while path:
        page = program.get(path)
        found += [one["ref"] for one in page["items"]]
        path = f"/cases?limit=2&cursor={page['next']}" if page["next"] else ""
    assert set(found) == refs and len(found) == 5
    first = program.send("GET", "/cases?limit=2")
    assert 'rel="next"' in first["Link"]
    assert program.get(f"/cases?scope=closed&cursor={first.json()['next']}", status=400)
