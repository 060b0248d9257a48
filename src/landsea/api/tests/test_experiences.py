"""Experiences by program: begun, looked through, agreed to by the filer, shared, read by anyone, taken back."""

import pytest
from django.utils import timezone

from landsea.api.tests.programs import Program, fits, program_of
from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.filer_moves import confirm_outcome
from landsea.cases.actions.propose_outcome import propose_outcome

pytestmark = pytest.mark.django_db
GUIDE = {"kind": "guide", "language": "en", "country": "CN"}
WORDS = {
    "language": "en",
    "title": "Which report the quarantine takes",
    "question": "Which laboratory report is taken at the border?",
    "answer": "The report in the form of the customs of the country that imports.",
}
PUBLISHED = {"basis": "own", "read_through": True}


def shared_guide(editor: Program) -> int:
    number = editor.post("/experience-drafts", GUIDE, status=201)["id"]
    told = editor.post(f"/experience-drafts/{number}/wording", WORDS)
    fits(told, "ExperienceDraft")
    assert told["found"] == []
    assert editor.post(f"/experience-drafts/{number}/publish", PUBLISHED)["state"] == "published"
    return number


def test_a_guide_is_written_shared_found_in_other_words_judged_and_taken_back(world):
    editor = program_of(world, "coordinator")
    number = shared_guide(editor)
    [found] = Program().get("/experiences?q=laboratory%20report")["items"]
    fits(found, "Experience")
    assert found["id"] == number and Program().get("/experiences?q=durian")["items"] == []
    assert Program().get(f"/experiences/{number}?language=lo")["language"] == "en", "nobody said it in Lao yet"
    assert [Program().post(f"/experiences/{number}/helped", {"helped": "yes"})["helped"] for _time in range(2)] == [
        1,
        1,
    ]
    editor.post(f"/experience-drafts/{number}/withdraw", {"why": ""}, status=409)
    assert editor.post(f"/experience-drafts/{number}/withdraw", {"why": "It is wrong."})["state"] == "withdrawn"
    Program().get(f"/experiences/{number}", status=404)
    Program().post(f"/experiences/{number}/helped", {"helped": "yes"}, status=404)


def test_what_may_name_somebody_keeps_it_from_being_shared(world):
    editor = program_of(world, "coordinator")
    number = editor.post("/experience-drafts", GUIDE, status=201)["id"]
    named = WORDS | {"answer": "Ask Mr Wrexford, +856 20 5551 2345."}
    found = editor.post(f"/experience-drafts/{number}/wording", named)["found"]
    assert found and {one["language"] for one in found} == {"en"}
    told = editor.post(f"/experience-drafts/{number}/publish", PUBLISHED, status=409)
    assert told["code"] == "names"
    kept = editor.post(f"/experience-drafts/{number}/kept", {"words": [one["word"] for one in found]})
    assert kept["found"] == []
    unknown = editor.post(f"/experience-drafts/{number}/about", {"measures": "M999"}, status=422)
    assert [one["pointer"] for one in unknown["faults"]] == ["/measures"]


def test_only_the_coordinator_edits_and_only_with_the_scope(world):
    program_of(world, "holder").get("/experience-drafts", status=403)
    told = program_of(world, "coordinator", "cases:read").post("/experience-drafts", GUIDE, status=403)
    assert told["type"].endswith("#scope-missing")
    Program().get("/experience-drafts", status=401)


def test_the_filer_reads_the_words_without_names_says_yes_and_takes_it_back(world):
    now = timezone.now()
    filed = world.file(now=now)
    filer, editor = Program(filed.secret), program_of(world, "coordinator")
    filer.get("/case/share", status=404)
    editor.post(f"/cases/{filed.case.ref}/experience-draft", status=409)
    accept_case(world.actor("holder"), filed.case.ref, now=now)
    propose_outcome(world.actor("holder"), filed.case.ref, "fixed", "The report was taken after all.", now=now)
    confirm_outcome(world.filer(filed), filed.case.ref, now=now)
    draft = editor.post(f"/cases/{filed.case.ref}/experience-draft", status=201)
    address = f"/experience-drafts/{draft['id']}"
    editor.post(f"{address}/wording", WORDS | {"language": draft["language"]})
    assert editor.post(f"{address}/ask")["consent"]["agreed"] is None
    asked = filer.get("/case/share")
    assert asked["title"] == WORDS["title"] and asked["agreed"] is False
    filer.post("/case/share", {"agreed": "yes", "digest": "of other words"}, status=409)
    assert filer.post("/case/share", {"agreed": "yes", "digest": asked["digest"]})["agreed"] is True
    editor.post(f"{address}/publish", {"basis": "consent", "read_through": True})
    Program().get(f"/experiences/{draft['id']}")
    assert filer.post("/case/share", {"agreed": "no"})["agreed"] is False
    filer.get("/case/share", status=404)
    Program().get(f"/experiences/{draft['id']}", status=404)
