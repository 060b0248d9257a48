"""The right to an act at a dialogue is asked before what was typed is looked at, and before a file is kept."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from landsea.cases.tests.world import end_appointment
from landsea.dialogues.act_forms import ACT_FORMS
from landsea.dialogues.actions.papers import lay_paper

pytestmark = pytest.mark.django_db
OF_THE_COORDINATOR = {"invite", "free_seat", "renew_link", "call_off"}
OF_A_CHAIR = {"accept_agenda", "agree_line", "answer_consultation"}


def statuses(world, dialogue, part: str) -> dict[str, int]:
    """Return what each act gives somebody who sends an empty form."""
    browser = world.client(part)
    return {act: browser.post(reverse("dialogue_act", args=[dialogue.pk, act])).status_code for act in ACT_FORMS}


@pytest.mark.parametrize("part", ["stranger", "deputy", "head", "observer", "clerk", "operator"])
def test_whoever_has_no_seat_finds_no_act(world, dialogue, part):
    assert set(statuses(world, dialogue, part).values()) == {404}


def test_a_chair_whose_appointment_ended_finds_no_act(world, dialogue, now):
    lay_paper(world.actor("holder"), dialogue.pk, "Laboratories", "The list.", now=now)
    end_appointment(world.people["holder"])
    assert set(statuses(world, dialogue, "holder").values()) == {404}
    browser = world.client("holder")
    assert "Laboratories" not in browser.get(reverse("dialogue", args=[dialogue.pk])).content.decode()
    assert browser.get(reverse("dialogue_invitation", args=[dialogue.pk])).status_code == 404


def test_a_chair_does_not_do_what_the_coordinator_does(world, dialogue):
    refused = {act for act, status in statuses(world, dialogue, "holder").items() if status == 403}
    assert refused == OF_THE_COORDINATOR


def test_the_coordinator_does_not_speak_for_a_side(world, dialogue):
    refused = {act for act, status in statuses(world, dialogue, "coordinator").items() if status == 403}
    assert refused == OF_A_CHAIR


def test_a_version_of_another_country_s_paper_keeps_no_file(world, dialogue, now, settings):
    paper = lay_paper(world.actor("holder"), dialogue.pk, "Laboratories", "The list.", now=now)
    file = SimpleUploadedFile("list.txt", b"Laboratories.", "text/plain")
    sent = {"paper": paper.pk, "body": "", "what_changed": "", "files": file}
    address = reverse("dialogue_act", args=[dialogue.pk, "add_version"])
    assert world.client("other_holder").post(address, sent).status_code == 403
    assert not [path for path in Path(settings.FILES_ROOT).rglob("*") if path.is_file()]


@pytest.mark.parametrize(("act", "row"), [("add_version", "paper"), ("change_line", "line"), ("agree_line", "line")])
def test_a_row_of_another_dialogue_is_not_found(world, dialogue, act, row):
    address = reverse("dialogue_act", args=[dialogue.pk, act])
    assert world.client("holder").post(address, {row: "7", "text": "x"}).status_code == 404


def test_a_day_that_cannot_be_read_gives_the_words_back(world, dialogue):
    address = reverse("dialogue_act", args=[dialogue.pk, "consult"])
    page = world.client("holder").post(address, {"question": "Shall the list be public?", "closes_on": "soon"})
    assert page.status_code == 409
    assert (
        "Write the day as 2026-03-18." in page.content.decode() and "Shall the list be public?" in page.content.decode()
    )
