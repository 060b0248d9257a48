"""Asking and answering by programs: offered, sent, answered with a file, promised; with the rights of the pages."""

import base64

import pytest

from landsea.api.tests.programs import Program, fits, program_of
from landsea.base.actors import make_filer
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea.cases.models import FilerLink
from landsea.cases.tests.world import CAST
from landsea.phrases.models import CaseAnswer, CaseAsk, PaperLine

pytestmark = pytest.mark.django_db
PAPER = {"name": "origin.txt", "content": base64.b64encode(b"Certificate of origin").decode()}


@pytest.fixture
def case(world, settings):
    """A case of a filer who wrote in Khmer, in which this installation has no pages."""
    settings.LANGUAGES = [one for one in settings.LANGUAGES if one[0] != "km"]
    return world.file(written_in="km").case


@pytest.fixture
def filer(case) -> Program:
    """The filer's program, by the secret of the case."""
    return Program(MAILBOX_LINKS.secret_of(FilerLink.objects.get(case=case).nonce))


def test_a_paper_is_asked_for_and_sent_by_programs_alone(world, case, filer):
    desk, path = program_of(world, "holder"), f"/cases/{case.ref}/asks"
    offered = desk.get(f"{path}/offered?text=Which%20of%20these%20papers%20can%20you%20send&to=filer")
    assert len(offered["items"]) == 3
    fits(offered["items"][0], "PhraseOffer")
    done = desk.post(path, {"ask": "A02", "papers": "invoice origin", "to": "filer"})
    fits(done, "ActDone")
    (ask,) = filer.get(path)["items"]
    fits(ask, "PhraseAsk")
    assert ask["language"] == "km" and ask["values"] == {"papers": "invoice origin"} and len(ask["papers"]) == 2
    answer = f"{path}/{ask['id']}/answer"
    line = {one["paper"]: one["id"] for one in ask["papers"]}
    filer.post(answer, {"answer": "file_attached", "line_id": line["origin"], "papers": [PAPER]})
    filer.post(answer, {"answer": "will_send", "line_id": line["invoice"], "day": "2026-02-30"}, status=409)
    filer.post(answer, {"answer": "cannot_get", "line_id": line["invoice"], "words": "It burnt."})
    assert CaseAsk.objects.get().closed_at is not None
    assert {one.paper: one.state for one in PaperLine.objects.all()} == {"origin": "here", "invoice": "none"}


def test_a_desk_names_papers_in_its_answer(world, case, filer):
    filer.post(f"/cases/{case.ref}/asks", {"ask": "A09"})
    ask = CaseAsk.objects.get()
    program_of(world, "holder").post(
        f"/cases/{case.ref}/asks/{ask.pk}/answer", {"answer": "after_paper", "paper_codes": "laboratory origin"}
    )
    assert CaseAnswer.objects.get().values == {"papers": "laboratory origin"} and PaperLine.objects.count() == 2


def test_everybody_reads_and_asks_by_program_what_the_page_lets_them(world, case):
    path = f"/cases/{case.ref}/asks"
    programs = {who: Program() if who == "anonymous" else program_of(world, who) for who in CAST}
    reads = {who for who, one in programs.items() if one.send("GET", path).status_code == 200}
    assert reads == {"holder", "deputy", "head", "observer", "coordinator"}
    asks = {who for who, one in programs.items() if one.send("POST", path, {"ask": "A15"}).status_code == 200}
    assert asks == {"holder", "deputy", "head", "coordinator"}


def test_an_ask_of_another_case_is_not_found(world, case, filer):
    other = world.file().case
    program_of(world, "holder").post(f"/cases/{other.ref}/asks", {"ask": "A18", "to": "filer"})
    ask = CaseAsk.objects.get()
    filer.post(f"/cases/{case.ref}/asks/{ask.pk}/answer", {"answer": "is_count", "count": "3"}, status=404)
    filer.send("GET", f"/cases/{other.ref}/asks")
    assert make_filer(case.pk).filer_case == case.pk and not CaseAnswer.objects.exists()
