"""The filer's mailbox: by the secret link only, everything a filer can do, and nothing about anybody else's case."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from landsea.audit.access import entries_of
from landsea.cases.actions.accept import accept
from landsea.cases.actions.answer import answer
from landsea.cases.actions.ask_filer import ask_filer
from landsea.cases.actions.attach import attach_files
from landsea.cases.actions.doing import Work
from landsea.cases.actions.message import write_message
from landsea.cases.actions.new_link import replace_link
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.cases.actions.tie import merge
from landsea.cases.models import Case, CaseFile, FilerLink, HeldFile, Message
from landsea.cases.secret_links import digest_of
from landsea.cases.storage import store
from landsea.cases.stream import stream_of
from landsea.cases.tests import uploads
from landsea.cases.tests.uploads import upload
from landsea_core.caseflow import MessageKind, Side, Visibility

KEY = "a" * 64


@pytest.fixture(autouse=True)
def fresh_folder_and_limits(tmp_path, settings):
    """Files go to a folder of the test's own; nobody has tried any link yet."""
    settings.FILES_ROOT = tmp_path / "files"
    cache.clear()


@pytest.fixture
def filed(world):
    """A case of a pseudonymous filer."""
    return world.file(visibility=Visibility.PSEUDONYMOUS, name="", party="")


@pytest.fixture
def filer(client, filed) -> Client:
    """A browser that opened the secret link."""
    client.get(f"/m/{filed.secret}")
    return client


def page_of(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def do(client, case, act: str, **fields):
    """Send one act of the mailbox with the version that the page showed."""
    return client.post(f"/my/{case.ref}/{act}", {"key": KEY, "version": case.version} | fields)


def propose(world, case, outcome: str = "fixed"):
    """Let the desk accept, answer and propose an outcome; return the case as it is then."""
    holder, now = world.actor("holder"), timezone.now()
    accept(holder, case.ref, now=now)
    answer(holder, case.ref, "We looked at the report.", now=now)
    return propose_outcome(holder, case.ref, outcome, "The report counts now.", now=now)


# The link


def test_the_link_leaves_the_address_bar_for_a_cookie_of_that_case_alone(client, filed):
    response = client.get(f"/m/{filed.secret}")

    cookie = response.cookies[f"mailbox_{filed.case.ref}"]
    assert response["Location"] == f"/my/{filed.case.ref}/"
    assert response["Referrer-Policy"] == "strict-origin"
    assert (cookie.value, cookie["path"]) == (filed.secret, f"/my/{filed.case.ref}/")
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
    assert FilerLink.objects.get().last_used_at is not None


def test_the_mailbox_shows_the_whole_case_to_its_filer(filer, filed, world):
    page = page_of(filer.get(f"/my/{filed.case.ref}/"))

    assert filed.case.text in page
    assert "Plant quarantine, Mohan" in page
    assert "counted by" in page
    assert f"/m/{filed.secret}" in page


STRANGERS = ["no cookie", "wrong secret", "another case's secret", "revoked", "cut", "NUL"]


@pytest.mark.parametrize("who", STRANGERS)
def test_everybody_else_gets_one_and_the_same_page(client, world, filed, who):
    other = world.file(text="Another case entirely")
    secret = {
        "wrong secret": "x" * 43, "another case's secret": other.secret, "revoked": filed.secret,
        "cut": filed.secret[:20], "NUL": "\x00" * 43,
    }.get(who)  # fmt: skip
    if who == "revoked":
        replace_link(world.filer(filed), filed.case.ref, now=timezone.now())
    if secret:
        client.cookies[f"mailbox_{filed.case.ref}"] = secret

    seen = client.get(f"/my/{filed.case.ref}/")
    if who == "another case's secret":
        assert seen["Location"] == f"/my/{other.case.ref}/"
        return
    nothing = Client().get("/my/LS-2026-999999/")
    assert (seen.status_code, nothing.status_code) == (404, 404)
    assert without_tokens(seen) == without_tokens(nothing)


def without_tokens(response) -> str:
    page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page_of(response))
    return re.sub(r"LS-\d{4}-\d{6}", "", page)


@pytest.mark.parametrize("act", ["reply", "confirm", "dispute", "withdraw", "reopen", "new_link"])
def test_nobody_acts_without_the_secret(client, filed, act):
    response = do(client, filed.case, act, body="words")

    assert response.status_code == 404
    assert entries_of(stream_of(filed.case)).count() == 1


def test_a_wrong_link_says_what_to_do_and_many_of_them_wait(client, world):
    assert "Paste all of it" in page_of(client.get(f"/m/{'x' * 43}"))
    for _number in range(20):
        client.get(f"/m/{'x' * 43}")

    response = client.get(f"/m/{world.file().secret}")
    assert response.status_code == 429
    assert "Wait ten minutes" in page_of(response)


def test_leaving_forgets_the_secret_on_this_device(world, client):
    filed = world.file(form_key=KEY)
    client.get(f"/m/{filed.secret}")
    client.cookies["sent"] = KEY
    client.cookies["sent"]["path"] = "/file/sent/"
    client.post(f"/my/{filed.case.ref}/leave")

    assert client.get(f"/my/{filed.case.ref}/").status_code == 404
    assert client.get("/file/sent/")["Location"] == "/file/"
    assert client.get(f"/m/{filed.secret}").status_code == 302, "the link itself stays good"


# Finding a case again


PASTED = ["/m/{}", "https://landsea.example/m/{}?lang=vi ", "My link: https://landsea.example/m/{}\n", " {} "]


@pytest.mark.parametrize("pasted", PASTED)
def test_a_pasted_link_opens(client, filed, pasted):
    response = client.post("/find/", {"what": pasted.format(filed.secret)})

    assert response["Location"] == f"/m/{filed.secret}"


@pytest.mark.parametrize("typed", ["{ref}", " {ref} ", "{low}"])
def test_a_number_alone_leads_to_the_page_that_asks_for_the_link(client, filed, typed):
    typed = typed.format(ref=filed.case.ref, low=filed.case.ref.lower())
    response = client.post("/find/", {"what": typed}, follow=True)

    assert response.status_code == 404
    assert filed.case.title not in page_of(response)


def test_anything_else_gets_a_sentence_and_stays_in_the_field(client, world):
    page = page_of(client.post("/find/", {"what": "my durian\x00"}))

    assert "neither a number like LS-2026-004417 nor a secret link" in page
    assert 'value="my durian"' in page


@pytest.mark.parametrize("part,leads_to", [("holder", "cases"), ("other_holder", "my"), ("stranger", "my")])
def test_officers_go_to_the_case_if_they_see_it(world, filed, part, leads_to):
    response = world.client(part).post("/find/", {"what": filed.case.ref})

    assert response["Location"] == f"/{leads_to}/{filed.case.ref}/"


# Acts


def test_a_reply_with_a_paper_reaches_the_desk_once(filer, filed):
    answered = filer.post(
        f"/my/{filed.case.ref}/papers/{digest_of(KEY)}/", {"file": upload("report.pdf", uploads.pdf())}
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


def test_a_reply_sets_the_clock_going_again(filer, filed, world):
    ask_filer(world.actor("holder"), filed.case.ref, "Which laboratory?", now=timezone.now())
    page = page_of(filer.get(f"/my/{filed.case.ref}/"))
    assert "the clock stands until you reply" in page
    assert "by <time" not in page, "nothing is due while the clock stands"

    do(filer, filed.case, "reply", body="The one in Hanoi.")
    assert Case.objects.get().paused_at is None


def test_confirming_closes_with_the_proposed_outcome(filer, filed, world):
    case = propose(world, filed.case)
    assert "what was stuck moves again" in page_of(filer.get(f"/my/{case.ref}/"))

    do(filer, case, "confirm")
    assert (Case.objects.get().state, Case.objects.get().outcome) == ("closed", "fixed")


def test_disputing_needs_words_and_keeps_the_case_open(filer, filed, world):
    case = propose(world, filed.case)
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
    accept(world.actor("holder"), filed.case.ref, now=timezone.now())
    for kind in ("all", "offices", "internal"):
        write_message(world.actor("holder"), filed.case.ref, kind, f"written for {kind}", now=timezone.now())

    page = page_of(filer.get(f"/my/{filed.case.ref}/"))
    assert "written for all" in page
    assert "written for offices" not in page
    assert "written for internal" not in page


def test_files_are_attachments_and_those_of_offices_are_not_there(filer, filed, world):
    work = Work(filed.case, world.actor("holder"), "message", Side.OFFICE, timezone.now())
    for kind in (MessageKind.ALL, MessageKind.OFFICES):
        attach_files(work, [store(upload(f"{kind}.txt", b"words"))], kind=kind)
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
    attach_files(work, [store(upload("theirs.txt", b"words"))], kind=MessageKind.ALL)

    assert filer.get(f"/my/{filed.case.ref}/files/{CaseFile.objects.get().pk}").status_code == 404


# A new link


def test_a_new_link_opens_and_the_old_one_does_not(filer, filed):
    response = do(filer, filed.case, "new_link")

    fresh = response.cookies[f"mailbox_{filed.case.ref}"].value
    assert fresh != filed.secret
    assert f"/m/{fresh}" in page_of(filer.get(f"/my/{filed.case.ref}/"))
    assert Client().get(f"/m/{filed.secret}").status_code == 404
    assert Client().get(f"/m/{fresh}").status_code == 302


def test_pressing_twice_for_a_new_link_locks_nobody_out(filer, filed):
    do(filer, filed.case, "new_link")
    filer.cookies[f"mailbox_{filed.case.ref}"] = filed.secret  # the first answer was lost on the way

    response = do(filer, filed.case, "new_link")
    assert response.status_code == 302
    assert filer.get(f"/my/{filed.case.ref}/").status_code == 200
    assert FilerLink.objects.count() == 2


def test_the_old_secret_with_another_forms_key_stays_shut(filer, filed):
    do(filer, filed.case, "new_link")
    filer.cookies[f"mailbox_{filed.case.ref}"] = filed.secret

    assert do(filer, filed.case, "new_link", key="c" * 64).status_code == 404
    assert do(filer, filed.case, "reply", body="words").status_code == 404


def test_the_form_that_filed_does_not_open_what_a_new_link_was_made_for(world, client):
    filed = world.file(form_key=KEY)
    replace_link(world.filer(filed), filed.case.ref, now=timezone.now())
    client.cookies["sent"] = KEY

    assert client.get("/file/sent/")["Location"] == "/file/"


def test_the_link_of_a_merged_case_leads_to_the_one_that_goes_on(world, client):
    first, second = world.file(), world.file(text="The same once more")
    client.get(f"/m/{second.secret}")
    merge(world.actor("coordinator"), second.case.ref, first.case.ref, now=timezone.now())

    response = client.get(f"/my/{second.case.ref}/", follow=True)
    assert response.redirect_chain == [(f"/my/{first.case.ref}/", 302)]
    assert "The same once more" in page_of(response)
