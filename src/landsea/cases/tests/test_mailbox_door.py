"""The way into a mailbox: by the secret link only; a number alone, an old or a foreign link tell nobody anything."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from landsea.base.audit.access import entries_of
from landsea.base.limits.spending import spend_named_limit
from landsea.base.outbox.models import Delivery
from landsea.base.outbox.rendering import words_of
from landsea.cases.actions.erase_case import erase_case
from landsea.cases.actions.new_link import replace_link
from landsea.cases.actions.send_link_again import order_link, send_link_again
from landsea.cases.actions.tie import merge_cases
from landsea.cases.audit_stream import stream_of
from landsea.cases.models import FilerLink
from landsea.cases.tests.browsing import KEY, do, page_of
from landsea.cases.views.mailbox import ACTS
from landsea.cases.views.mailbox_door import WORDS_AN_HOUR
from landsea_core.caseflow import Visibility

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
        "wrong secret": "x" * 43,
        "another case's secret": other.secret,
        "revoked": filed.secret,
        "cut": filed.secret[:20],
        "NUL": "\x00" * 43,
    }.get(who)
    if who == "revoked":
        replace_link(world.filer(filed), filed.case.ref, now=timezone.now())
    # As any program may send it: a browser, and newer Pythons, make no cookie with a control character in it.
    cookie = {"HTTP_COOKIE": f"mailbox_{filed.case.ref}={secret}"} if secret else {}

    seen = client.get(f"/my/{filed.case.ref}/", **cookie)
    if who == "another case's secret":
        assert seen["Location"] == f"/my/{other.case.ref}/"
        return
    nothing = Client().get("/my/LS-2026-999999/")
    assert (seen.status_code, nothing.status_code) == (404, 404)
    assert without_tokens(seen) == without_tokens(nothing)


def without_tokens(response) -> str:
    page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page_of(response))
    return re.sub(r"LS-\d{4}-\d{6}", "", page)


@pytest.mark.parametrize("act", ACTS)
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


# Who has the number only


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
    assert filed.secret in words_of(mail)[1]
    assert client.get(f"/m/{filed.secret}").status_code == 302
    assert entries_of(stream_of(filed.case)).last().act == "send_link_again"


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


def test_a_revoked_link_and_an_erased_filer_are_sent_nothing(client, world):
    filed = world.file(email="linh@songhong.example")
    fresh = replace_link(world.filer(filed), filed.case.ref, now=timezone.now())
    ask_for_link(client, filed.case.ref)
    (mail,) = mails_sent_again()
    assert fresh in words_of(mail)[1] and filed.secret not in words_of(mail)[1]

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


def test_words_are_tried_as_seldom_as_links_by_a_network_and_by_all_for_a_case(client, world):
    filed = world.file()
    words = slip_words(client, filed)
    for number in range(20):
        client.post("/find/", {"what": f"LS-2026-{900000 + number}", "words": "babab " * 4})
    assert client.post("/find/", {"what": filed.case.ref, "words": words}).status_code == 429

    for _time in range(60):
        spend_named_limit("words", filed.case.ref, WORDS_AN_HOUR)
    response = Client(REMOTE_ADDR="203.0.113.9").post("/find/", {"what": filed.case.ref, "words": words})
    assert response.status_code == 422, "the right words too, for an hour: the link opens meanwhile"


def test_the_words_of_a_merged_case_open_the_one_that_goes_on(client, world):
    first, second = world.file(), world.file(text="The same once more")
    words = slip_words(client, second)
    merge_cases(world.actor("coordinator"), second.case.ref, first.case.ref, now=timezone.now())

    response = Client().post("/find/", {"what": second.case.ref, "words": words})
    assert response["Location"] == f"/my/{first.case.ref}/"


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
    merge_cases(world.actor("coordinator"), second.case.ref, first.case.ref, now=timezone.now())

    response = client.get(f"/my/{second.case.ref}/", follow=True)
    assert response.redirect_chain == [(f"/my/{first.case.ref}/", 302)]
    assert "The same once more" in page_of(response)


@pytest.mark.parametrize("number", ["<script>", "ສ", "LS 2026", "a;b=c"])
def test_to_leave_a_mailbox_whose_number_is_none_forgets_nothing(client, number):
    assert client.post(reverse("mailbox_leave", args=[number])).status_code == 302
