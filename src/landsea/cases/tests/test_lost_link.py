"""Who has the number of a case only: the link is sent to the address that was left, or the words of the slip open it; nobody
learns whether a number is a case.
"""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from landsea.base.audit.access import list_entries
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import render_words
from landsea.cases.actions.erase_case import erase_case
from landsea.cases.actions.new_link import replace_link
from landsea.cases.actions.send_link_again import order_link, send_link_again
from landsea.cases.actions.tie import merge_cases
from landsea.cases.audit_stream import name_stream
from landsea.cases.models import Case
from landsea.cases.tests.browsing import page_of
from landsea.cases.tests.test_mailbox_door import without_tokens
from landsea_core.caseflow import Visibility


def ask_for_link(client, number: str):
    response = client.post("/find/link", {"ref": number})
    send_link_again(number.strip().upper(), now=timezone.now())  # as the worker does it
    return response


def mails_sent_again():
    return list(Delivery.objects.filter(template="case_link_again"))


def test_the_link_is_sent_to_the_known_address_and_the_old_one_stays(client, world):
    filed = world.file(email="linh@songhong.example")
    page = page_of(ask_for_link(client, f" {filed.case.ref.lower()} "))

    assert "If " + filed.case.ref in page and "linh@" not in page
    (mail,) = mails_sent_again()
    assert mail.address == "linh@songhong.example"
    assert filed.secret in render_words(mail)[1]
    assert client.get(f"/m/{filed.secret}").status_code == 302
    assert list_entries(name_stream(filed.case)).last().act == "send_link_again"


@pytest.mark.parametrize(
    "written", ["ＬＳ－{year}－{number}", "ls {year} {short}", "LS–{year}–{number}。", "No. LS-{year}-{short}"]
)
def test_a_number_is_known_as_people_type_it(client, world, written):
    """In full width, with the hyphens of a telephone, with spaces, without its zeros."""
    filed = world.file(email="linh@songhong.example")
    _ls, year, number = filed.case.ref.split("-")
    typed = written.format(year=year, number=number, short=int(number))

    assert f"If {filed.case.ref} is a case" in page_of(client.post("/find/link", {"ref": typed}))
    assert client.post("/find/", {"what": typed})["Location"] == f"/my/{filed.case.ref}/"


def test_nobody_learns_from_asking_whether_there_is_a_case_or_an_address(client, world):
    pages = [
        without_tokens(ask_for_link(client, ref))
        for ref in (
            world.file(email="linh@songhong.example").case.ref,
            world.file(email="", visibility=Visibility.PSEUDONYMOUS).case.ref,
            "LS-2026-999999",
        )
    ]

    assert len(set(pages)) == 1
    assert len(mails_sent_again()) == 1
    ref = world.file(email="linh@songhong.example").case.ref
    with CaptureQueriesContext(connection) as known:
        order_link(ref)
    with CaptureQueriesContext(connection) as unknown:
        order_link("LS-2026-999998")
    assert "cases_case" not in " ".join(one["sql"] for one in known) and len(known) == len(unknown)


def test_a_case_gets_three_mails_a_day_and_a_network_asks_seldom(client, world, settings):
    ref = world.file(email="linh@songhong.example").case.ref
    jobs = ProcrastinateJob.objects.filter(task_name="cases.send_link_again")
    pages = {without_tokens(client.post("/find/link", {"ref": ref})) for _time in range(5)}

    assert jobs.count() == 3 and len(pages) == 1, "that it is not sent any more is told to nobody"
    settings.FILINGS_PER_HOUR = 5
    assert client.post("/find/link", {"ref": "LS-2026-000001"}).status_code == 429


def test_who_asks_for_many_cases_of_one_address_does_not_fill_it(client, world):
    refs = [world.file(email="linh@songhong.example").case.ref for _one in range(8)]
    for ref in refs:
        ask_for_link(client, ref)

    assert len(mails_sent_again()) == 6
    acts = [list_entries(name_stream(case)).last().act for case in Case.objects.filter(ref__in=refs).order_by("pk")]
    assert acts.count("send_link_again") == 6, "what is not sent is not noted either"


def test_nothing_is_noted_of_a_case_that_left_no_address(client, world):
    filed = world.file(email="", visibility=Visibility.PSEUDONYMOUS)
    ask_for_link(client, filed.case.ref)
    assert list_entries(name_stream(filed.case)).last().act != "send_link_again"


def test_a_revoked_link_and_an_erased_filer_are_sent_nothing(client, world):
    filed = world.file(email="linh@songhong.example")
    fresh = replace_link(world.filer(filed), filed.case.ref, now=timezone.now())
    ask_for_link(client, filed.case.ref)
    (mail,) = mails_sent_again()
    assert fresh in render_words(mail)[1] and filed.secret not in render_words(mail)[1]

    erase_case(world.filer(filed), filed.case.ref, now=timezone.now())
    ask_for_link(client, filed.case.ref)
    assert [one.state for one in mails_sent_again()] == ["withdrawn"], "no second one"


def test_what_is_no_number_gets_a_sentence_and_stays_in_the_field(client, world):
    response = client.post("/find/link", {"ref": "durian<"})
    assert response.status_code == 422 and "durian&lt;" in page_of(response)


def slip_words(client, filed) -> str:
    client.get(f"/m/{filed.secret}")
    return re.search(r'lang="en">([a-z ]{23})<', page_of(client.get(f"/my/{filed.case.ref}/slip"))).group(1)


@pytest.mark.parametrize("typed", ["{}", " {upper}. ", "{together}"])
def test_number_and_the_words_of_the_slip_open_a_case_without_an_address(client, world, typed):
    filed = world.file(email="", visibility=Visibility.PSEUDONYMOUS)
    words = slip_words(client, filed)
    typed = typed.format(words, upper=words.upper(), together=words.replace(" ", "-"))
    other_phone = Client()

    response = other_phone.post("/find/", {"what": filed.case.ref, "words": typed}, follow=True)
    assert response.redirect_chain == [(f"/my/{filed.case.ref}/", 302)]
    assert filed.case.text in page_of(response)
    in_one_field = Client().post("/find/", {"what": f"{filed.case.ref} {words}"})
    assert in_one_field["Location"] == f"/my/{filed.case.ref}/"


def test_words_of_another_case_of_a_replaced_link_and_of_no_case_open_nothing(client, world):
    filed, other = world.file(), world.file()
    words = slip_words(client, filed)
    replace_link(world.filer(filed), filed.case.ref, now=timezone.now())
    assert slip_words(Client(), other) != words

    for ref in (filed.case.ref, other.case.ref, "LS-2026-999999"):
        response = Client().post("/find/", {"what": ref, "words": words})
        assert response.status_code == 422 and "open nothing together" in page_of(response)


def test_words_are_tried_as_seldom_as_links_by_a_network_and_strangers_shut_nobody_out(client, world):
    filed = world.file()
    words = slip_words(client, filed)
    for number in range(20):
        client.post("/find/", {"what": f"LS-2026-{900000 + number}", "words": "babab " * 4})
    assert client.post("/find/", {"what": filed.case.ref, "words": words}).status_code == 429

    for number in range(80):
        stranger = Client(REMOTE_ADDR=f"203.0.113.{number}")
        assert stranger.post("/find/", {"what": filed.case.ref, "words": "babab " * 4}).status_code == 422
    response = Client(REMOTE_ADDR="198.51.100.9").post("/find/", {"what": filed.case.ref, "words": words})
    assert response["Location"] == f"/my/{filed.case.ref}/"


def test_the_words_of_a_merged_case_open_the_one_that_goes_on(client, world):
    first, second = world.file(), world.file(text="The same once more")
    words = slip_words(client, second)
    merge_cases(world.actor("coordinator"), second.case.ref, first.case.ref, now=timezone.now())

    response = Client().post("/find/", {"what": second.case.ref, "words": words})
    assert response["Location"] == f"/my/{first.case.ref}/"
