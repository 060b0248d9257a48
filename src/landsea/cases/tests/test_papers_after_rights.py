"""The right is asked before a paper is kept: whoever may not act, and whatever is refused, leaves no file on the disk."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from landsea.cases.models import CaseFile
from landsea.cases.tests.browsing import post

pytestmark = pytest.mark.django_db
WITH_PAPERS = {"answer": {"body": "So it is."}, "message": {"kind": "offices", "body": "Look at this."}}


@pytest.fixture
def kept(settings):
    """Return a function that counts the files on the disk."""
    return lambda: sum(path.is_file() for path in Path(settings.FILES_ROOT).rglob("*"))


def paper() -> SimpleUploadedFile:
    return SimpleUploadedFile("report.txt", b"The report of the laboratory.", "text/plain")


@pytest.mark.parametrize("act", WITH_PAPERS)
@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("anonymous", 302),
        ("stranger", 403),
        ("observer", 403),
        ("clerk", 403),
        ("operator", 403),
        ("other_holder", 404),
    ],
)
def test_whoever_has_no_right_leaves_no_file(world, kept, who, status, act):
    case = world.file().case
    assert post(world.client(who), case, act, papers=paper(), **WITH_PAPERS[act]).status_code == status
    assert kept() == 0


def test_a_deputy_whose_holder_is_there_leaves_no_file(world, kept):
    case = world.file().case
    page = post(world.client("deputy"), case, "answer", papers=paper(), body="So it is.")
    assert page.status_code == 409 and "holder is here" in page.content.decode()
    assert kept() == 0


def test_a_desk_that_is_only_consulted_leaves_no_file_with_an_answer(world, kept):
    case = world.file().case
    post(world.client("holder"), case, "consult", desk_code="vn-huunghi.customs", reason="Do you know the report?")
    assert post(world.client("other_holder"), case, "answer", papers=paper(), body="So it is.").status_code == 409
    assert (
        post(world.client("other_holder"), case, "message", papers=paper(), kind="all", body="Hm.").status_code == 409
    )
    assert kept() == 0
    wrote = post(world.client("other_holder"), case, "message", papers=paper(), kind="offices", body="Here it is.")
    assert wrote.status_code == 302 and kept() == CaseFile.objects.count() == 1


@pytest.mark.parametrize(("who", "status"), [("other_clerk", 404), ("holder", 403), ("coordinator", 403)])
def test_only_the_association_that_filed_leaves_a_file_with_a_reply(world, kept, who, status):
    case = world.file(association=world.chamber.pk, member=world.member.pk).case
    address = reverse("case_filer_act", args=[case.ref, "reply"])
    assert world.client(who).post(address, {"body": "More.", "papers": paper()}).status_code == status
    assert kept() == 0
    assert world.client("clerk").post(address, {"body": "More.", "papers": paper()}).status_code == 302
    assert kept() == CaseFile.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"body": " "}, "Write a few words first."),
        ({"body": "long " * 5_000}, "at most 20000 fit"),
        ({"body": "So it is.", "cites": "M999"}, "M999"),
    ],
)
def test_a_refused_answer_leaves_no_file_and_keeps_what_was_typed(world, kept, typed, said):
    case = world.file().case
    page = post(world.client("holder"), case, "answer", papers=paper(), **typed)
    assert page.status_code == 409 and said in page.content.decode() and typed["body"] in page.content.decode()
    assert kept() == 0 and not CaseFile.objects.exists()


def test_a_second_press_of_the_same_form_keeps_its_papers_once(world, kept):
    case = world.file().case
    for _ in range(2):
        sent = post(world.client("holder"), case, "message", papers=paper(), kind="all", body="Once.", key="k1")
        assert sent.status_code == 302
    assert kept() == CaseFile.objects.count() == 1


def test_the_same_press_after_the_right_went_with_the_act_is_no_refusal(world):
    """Naming the right desk takes the case away from who named it; a desk that is consulted meanwhile still sees it."""
    case, holder = world.file().case, world.client("holder")
    typed = {"desk_code": "vn-huunghi.customs", "reason": "Theirs.", "key": "k1"}
    assert post(holder, case, "name_right_desk", **typed)["Location"] == reverse("queue")
    post(world.client("coordinator"), case, "consult", desk_code=world.quarantine.code, reason="You know it.")
    assert post(holder, case, "name_right_desk", **typed)["Location"] == reverse("case", args=[case.ref])
    assert post(holder, case, "name_right_desk", **typed | {"key": "k2"}).status_code == 409


def test_an_act_that_takes_no_papers_keeps_none(world, kept):
    case = world.file().case
    assert post(world.client("holder"), case, "accept", papers=paper()).status_code == 302
    assert kept() == 0
