"""The filer's mailbox: everything a filer can do, nothing typed lost, and nothing of what offices keep to themselves."""

import re
from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from landsea.base.files.storage import store_upload
from landsea.base.secret_links import compute_digest
from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.act_under_way import Work
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.ask_filer import ask_filer
from landsea.cases.actions.attach import attach_files
from landsea.cases.actions.message import write_message
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.cases.models import Case, CaseFile, HeldFile, Message, StepRecord
from landsea.cases.tests import uploads
from landsea.cases.tests.browsing import KEY, do, page_of
from landsea.cases.tests.uploads import upload
from landsea_core.caseflow import MessageKind, Side


def propose(world, case, outcome: str = "fixed"):
    """Let the desk accept, answer and propose an outcome; return the case as it is then."""
    holder, now = world.actor("holder"), timezone.now()
    accept_case(holder, case.ref, now=now)
    answer_case(holder, case.ref, "We looked at the report.", now=now)
    return propose_outcome(holder, case.ref, outcome, "The report counts now.", now=now)


# Acts


def test_a_reply_with_a_paper_reaches_the_desk_once(filer, filed):
    answered = filer.post(
        f"/my/{filed.case.ref}/papers/{compute_digest(KEY)}/", {"file": upload("report.pdf", uploads.pdf())}
    ).json()
    for _twice in range(2):
        response = do(filer, filed.case, "reply", body="Here is the report.", paper=[answered["receipt"]])
        assert response.status_code == 302

    message = Message.objects.get()
    assert (message.kind, message.side, message.body) == (MessageKind.ALL, Side.FILER, "Here is the report.")
    assert [file.name for file in message.files.all()] == ["report.pdf"]
    assert not HeldFile.objects.exists()
    page = page_of(filer.get(f"/my/{filed.case.ref}/"))
    assert "Your message was sent" in page
    assert "report.pdf" in page


def test_words_while_an_outcome_waits_begin_the_time_to_confirm_anew(filer, filed, world):
    proposed = propose(world, filed.case)
    early = timezone.now() - timedelta(days=5)
    Case.objects.update(due_at=proposed.due_at - timedelta(days=5))
    StepRecord.objects.filter(step="confirm").update(began_at=early)
    do(filer, proposed, "reply", body="The second lorry still stands.")
    case = Case.objects.get()
    assert (case.state, case.proposed_outcome) == ("proposed", "fixed"), "words alone neither confirm nor dispute"
    assert case.due_at >= proposed.due_at, "who writes is not closed as unheard"
    assert StepRecord.objects.filter(step="confirm", ended_at=None).count() == 1
    page = page_of(filer.get(f"/my/{case.ref}/"))
    assert "It still waits for your word whether it is solved" in page
    assert "What you write here does not say whether it is solved" in page


def test_each_message_says_what_was_done_with_it_and_the_desk_can_be_reached(filer, filed, world):
    """Its words may be in a language that the filer does not read."""
    proposed = propose(world, filed.case)
    do(filer, proposed, "dispute", body="The second lorry still stands.")
    filer.cookies["language"] = "vi"
    page = page_of(filer.get(f"/my/{filed.case.ref}/"))
    said = re.findall('<p class="message-act">(.*?)</p>', page)
    assert said == ["bộ phận phụ trách đã trả lời", "đã đề xuất kết quả", "người gửi không đồng ý với kết quả"]
    assert reverse("desk_page", args=[filed.case.desk.code]) in page


def test_only_the_filer_reads_that_the_last_step_is_theirs(filer, filed, world):
    desk = world.client("holder").get(reverse("case", args=[filed.case.ref])).content.decode()
    assert "the filer&#x27;s confirmation" in desk and "your confirmation" not in desk
    assert "your confirmation" in page_of(filer.get(f"/my/{filed.case.ref}/"))


def test_a_reply_sets_the_clock_going_again(filer, filed, world):
    ask_filer(world.actor("holder"), filed.case.ref, "Which laboratory?", now=timezone.now())
    page = page_of(filer.get(f"/my/{filed.case.ref}/"))
    assert "the clock is paused until you reply" in page
    assert "by <time" not in page, "nothing is due while the clock is paused"

    do(filer, filed.case, "reply", body="The one in Hanoi.")
    assert Case.objects.get().paused_at is None


def test_confirming_closes_with_the_proposed_outcome(filer, filed, world):
    case = propose(world, filed.case)
    assert "what was stuck moves again" in page_of(filer.get(f"/my/{case.ref}/"))

    do(filer, case, "confirm")
    assert (Case.objects.get().state, Case.objects.get().outcome) == ("closed", "fixed")


def test_the_desks_words_stand_above_the_button_that_confirms_them(filer, filed, world):
    case = propose(world, filed.case)
    page = page_of(filer.get(f"/my/{case.ref}/"))
    asked = page[page.index('id="outcome"') : page.index("Yes, confirm")]
    assert "The report counts now." in asked and "We looked at the report." not in asked


def test_disputing_needs_words_and_keeps_the_case_open(filer, filed, world):
    case = propose(world, filed.case)
    page = page_of(filer.get(f"/my/{case.ref}/"))
    assert re.search('id="words_dispute"[^>]* required', page), "the browser asks for words before the page is sent"
    assert not re.search('id="words_reply"[^>]* required', page), "papers alone are enough for a message"
    refused = do(filer, case, "dispute", body="  ")
    assert refused.status_code == 409
    assert "Say what is not solved" in page_of(refused)

    do(filer, case, "dispute", body="The gate still refuses it.")
    assert Case.objects.get().state == "answered"


def test_withdrawing_and_opening_again_within_thirty_days(filer, filed):
    do(filer, filed.case, "withdraw")
    assert Case.objects.get().outcome == "withdrawn"
    assert "open the case again" in page_of(filer.get(f"/my/{filed.case.ref}/"))

    do(filer, filed.case, "reopen", body="It is stuck again.")
    assert Case.objects.get().state == "admitted"


def test_after_thirty_days_a_new_case_is_the_way(filer, filed):
    do(filer, filed.case, "withdraw")
    Case.objects.update(closed_at=timezone.now() - timedelta(days=31))

    page = page_of(do(filer, filed.case, "reopen", body="It is stuck again."))
    assert "File a new one" in page
    assert "It is stuck again." in page, "what was typed is kept"


def test_an_act_on_a_case_that_moved_on_says_what_changed(filer, filed, world):
    seen = propose(world, filed.case)
    do(filer, seen, "dispute", body="No.", key="b" * 64)

    page = page_of(do(filer, seen, "confirm"))
    assert "The case moved on while you were looking: the filer disputed the outcome" in page


def test_going_back_and_pressing_another_button_is_another_act(filer, filed):
    do(filer, filed.case, "reply", body="One more thing.")
    do(filer, filed.case, "withdraw")

    assert Case.objects.get().state == "closed"


def test_words_that_are_too_long_or_empty_come_back(filer, filed):
    assert "Write a few words first." in page_of(do(filer, filed.case, "reply", body=""))
    page = page_of(do(filer, filed.case, "reply", body="lorry " * 33_000))
    assert "at most 20000 fit" in page
    assert "lorry lorry" in page
    assert not Message.objects.exists()


def test_a_refused_paper_keeps_words_and_the_other_paper(filer, filed):
    response = do(
        filer, filed.case, "reply", body="Look.", papers=[upload("a.exe", b"MZ"), upload("b.pdf", uploads.pdf())]
    )

    page = page_of(response)
    assert response.status_code == 422
    assert "a kind that we do not take" in page
    assert "Look." in page
    assert re.search(r'name="paper" value="\d+"', page)
    assert f'value="{KEY}"' in page
    assert not Message.objects.exists()


def test_there_is_no_other_act(filer, filed):
    assert do(filer, filed.case, "accept").status_code == 404


# What is seen and what is not


def test_words_among_offices_never_show(filer, filed, world):
    accept_case(world.actor("holder"), filed.case.ref, now=timezone.now())
    for kind in ("all", "offices", "internal"):
        write_message(world.actor("holder"), filed.case.ref, kind, f"written for {kind}", now=timezone.now())

    page = page_of(filer.get(f"/my/{filed.case.ref}/"))
    assert "written for all" in page
    assert "written for offices" not in page
    assert "written for internal" not in page


def test_files_are_attachments_and_those_of_offices_are_not_there(filer, filed, world):
    work = Work(filed.case, world.actor("holder"), "message", Side.OFFICE, timezone.now())
    for kind in (MessageKind.ALL, MessageKind.OFFICES):
        attach_files(work, [store_upload(upload(f"{kind}.txt", b"words"))], kind=kind)
    shown, hidden = CaseFile.objects.order_by("id")

    response = filer.get(f"/my/{filed.case.ref}/files/{shown.pk}")
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert filer.get(f"/my/{filed.case.ref}/files/{hidden.pk}").status_code == 404
    assert Client().get(f"/my/{filed.case.ref}/files/{shown.pk}").status_code == 404


def test_files_of_another_case_are_not_reached_through_ones_own(filer, filed, world):
    other = world.file().case
    work = Work(other, world.actor("holder"), "message", Side.OFFICE, timezone.now())
    attach_files(work, [store_upload(upload("theirs.txt", b"words"))], kind=MessageKind.ALL)

    assert filer.get(f"/my/{filed.case.ref}/files/{CaseFile.objects.get().pk}").status_code == 404


def test_paper_does_not_hold_the_key(filer, filed):
    """A printed case is shown to drivers and officers: the slip is the one paper that opens the mailbox."""
    page = page_of(filer.get(f"/my/{filed.case.ref}/"))
    assert page.count(filed.secret) == 1
    unprinted = page[page.index('<div class="unprinted"><div class="field"><label for="secret">') :]
    assert filed.secret in unprinted.partition("</div></div>")[0]
