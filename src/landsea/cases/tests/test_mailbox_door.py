"""The way into a mailbox: by the secret link only; a number alone, an old or a foreign link tell nobody anything."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from landsea.base.audit.access import list_entries
from landsea.cases.actions.new_link import replace_link
from landsea.cases.actions.tie import merge_cases
from landsea.cases.audit_stream import name_stream
from landsea.cases.models import FilerLink
from landsea.cases.tests.browsing import KEY, do, page_of
from landsea.cases.views.mailbox import ACTS

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
    assert list_entries(name_stream(filed.case)).count() == 1


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
