"""Papers keep their versions; a consultation in writing needs a word of both sides."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from landsea.base.files.actions.sweep import sweep_unknown
from landsea.base.files.storage import open_stored, store_upload
from landsea.base.refusal import Refused
from landsea.cases.tests import uploads
from landsea.cases.tests.browsing import page_of
from landsea.dialogues.actions.papers import (
    add_version,
    answer_consultation,
    consult_parties,
    lay_paper,
)
from landsea.dialogues.actions.seats import invite_country
from landsea.dialogues.models import Paper, PaperFile

pytestmark = pytest.mark.django_db


def test_every_version_stays_and_says_what_changed(world, dialogue, now):
    paper = lay_paper(world.actor("holder"), dialogue.pk, "Laboratories", "First words.", now=now)
    with pytest.raises(Refused, match="what changed"):
        add_version(world.actor("holder"), paper.pk, "Second words.", "", now=now)
    add_version(world.actor("holder"), paper.pk, "Second words.", "Two more laboratories", now=now)
    page = page_of(world.client("other_holder").get(f"/dialogues/{dialogue.pk}/"))
    assert "First words." in page and "Second words." in page and "Two more laboratories" in page


def test_a_paper_is_its_country_s_own_and_outsiders_see_none(client, world, dialogue, now):
    paper = lay_paper(world.actor("holder"), dialogue.pk, "Laboratories", "First words.", now=now)
    with pytest.raises(PermissionDenied):
        add_version(world.actor("other_holder"), paper.pk, "Other words.", "All", now=now)
    with pytest.raises(Http404):
        lay_paper(world.actor("head"), dialogue.pk, "Mine", "Words", now=now)
    for browser in (client, world.client("head"), world.client("observer")):
        assert "Laboratories" not in page_of(browser.get(f"/dialogues/{dialogue.pk}/"))


def test_files_go_with_a_version_to_those_who_sit_there_and_to_nobody_else(client, world, dialogue, now):
    address = f"/dialogues/{dialogue.pk}/do/"
    raw = uploads.photo()
    sent = {"title": "The gate", "body": "", "files": [uploads.upload("gate.jpg", raw)]}
    assert world.client("holder").post(f"{address}lay_paper", sent).status_code == 302
    file = PaperFile.objects.get()
    page = page_of(world.client("other_holder").get(f"/dialogues/{dialogue.pk}/"))
    assert "gate.jpg" in page and (own := f"/dialogues/{dialogue.pk}/papers/{file.pk}") in page
    answer = world.client("other_holder").get(own)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="gate.jpg"'
    assert uploads.POSITION not in b"".join(answer.streaming_content)
    for browser in (world.client("head"), world.client("observer")):
        assert browser.get(own).status_code == 404
    assert client.get(own).status_code == 302, "asked to sign in"
    assert world.client("holder").get(f"/dialogues/{dialogue.pk + 1}/papers/{file.pk}").status_code == 404


def test_a_file_that_is_not_taken_leaves_no_version_and_gives_the_words_back(world, dialogue):
    address = f"/dialogues/{dialogue.pk}/do/lay_paper"

    def sent():
        return {"title": "The gate", "body": "Long words.", "files": [uploads.upload("gate.exe", b"MZ")]}

    answer = world.client("holder").post(address, sent())
    assert answer.status_code == 409 and "Long words." in page_of(answer)
    assert not Paper.objects.exists() and not PaperFile.objects.exists()
    for stranger in ("head", "observer"):
        assert world.client(stranger).post(address, sent()).status_code == 404, "nothing of theirs is even looked at"


def test_who_may_lay_no_paper_and_whose_paper_is_refused_leaves_no_file(world, dialogue, now, settings):
    """An observer sits there and reads; a paper without a title, and one to another country's paper, are refused."""
    seat = {"country": "TH", "name": "T", "email": world.people["head"].email, "role": "observer"}
    invite_country(world.actor("coordinator"), dialogue.pk, **seat, now=now)
    paper = lay_paper(world.actor("holder"), dialogue.pk, "Laboratories", "First words.", now=now)
    address = f"/dialogues/{dialogue.pk}/do/"

    def status(who: str, what: str, **typed) -> int:
        return (
            world.client(who)
            .post(address + what, {"files": [uploads.upload("gate.jpg", uploads.photo())]} | typed)
            .status_code
        )

    assert status("head", "lay_paper", title="Ours") == 403
    assert status("holder", "lay_paper", title=" ") == 409
    assert status("other_holder", "add_version", paper=paper.pk, what_changed="All") == 403
    assert not [file for file in Path(settings.FILES_ROOT).rglob("*") if file.is_file()]


def test_the_sweep_leaves_what_a_paper_has(world, dialogue, now):
    kept = store_upload(uploads.upload("gate.jpg", uploads.photo()))
    lay_paper(world.actor("holder"), dialogue.pk, "The gate", "", now=now, files=[kept])
    lost = store_upload(uploads.upload("lost.jpg", uploads.photo()))
    assert sweep_unknown(now + timedelta(days=3)) == 1
    open_stored(kept.stored).close()
    with pytest.raises(FileNotFoundError):
        open_stored(lost.stored)


def test_a_consultation_is_adopted_by_both_sides_only(world, dialogue, now):
    end = now + timedelta(days=3)
    asked = consult_parties(world.actor("holder"), dialogue.pk, "Do we publish the list?", end, now=now)
    with pytest.raises(Refused, match="objects to"):
        answer_consultation(world.actor("other_holder"), asked.pk, "objects", "", now=now)
    answer_consultation(world.actor("holder"), asked.pk, "agrees", "", now=now)
    answer_consultation(world.actor("other_holder"), asked.pk, "objects", "Not before June.", now=now)
    answer_consultation(world.actor("other_holder"), asked.pk, "agrees_with_comment", "From June.", now=now)
    with pytest.raises(Refused, match="has ended"):
        answer_consultation(world.actor("holder"), asked.pk, "objects", "Too late", now=end)
    assert asked.answers.count() == 2
    page = page_of(world.client("holder").get(f"/dialogues/{dialogue.pk}/"))
    assert "From June." in page and "Not before June." not in page


def test_who_speaks_for_no_country_does_not_answer(world, dialogue, now):
    asked = consult_parties(world.actor("coordinator"), dialogue.pk, "Do we?", now + timedelta(days=1), now=now)
    with pytest.raises(PermissionDenied):
        answer_consultation(world.actor("coordinator"), asked.pk, "agrees", "", now=now)
    with pytest.raises(Refused, match="passed already"):
        consult_parties(world.actor("coordinator"), dialogue.pk, "Do we?", now, now=now)
