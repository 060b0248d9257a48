"""Guesses at a password: who guesses is stopped, the owner is not; all of it stands in audit and log, and no address does."""

import logging

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import get_password_validators, validate_password
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from landsea.accounts.actions.note_sign_in import MOST_NOTED
from landsea.accounts.guessing import FROM_ELSEWHERE, FROM_KNOWN, count_try, try_at
from landsea.accounts.tests.signing_in import PASSWORD, code_now, renew_factor
from landsea.base.audit.models import Entry
from landsea.base.limits.spending import spend_named_limit

OFFICE, HOME = "203.0.113.7", "198.51.100.20"


def give(person, password: str, network: str):
    """Type a password in a browser of this network; return the answer and the browser."""
    browser = Client(REMOTE_ADDR=network)
    return browser.post(reverse("account_login"), {"login": person.email, "password": password}), browser


def sign_in_whole(person, network: str) -> Client:
    secret = renew_factor(person)
    _answer, browser = give(person, PASSWORD, network)
    browser.post(reverse("mfa_authenticate"), {"code": code_now(secret)})
    return browser


def acts_of(person) -> list[str]:
    return list(Entry.objects.filter(stream=f"user:{person.pk}").order_by("position").values_list("act", flat=True))


def by(person) -> str:
    return f"user:{person.pk}"


def actors_of(person, *acts: str) -> set[str]:
    rows = Entry.objects.filter(stream=by(person))
    return set((rows.filter(act__in=acts) if acts else rows).values_list("actor", flat=True))


def test_the_owner_comes_in_from_the_office_while_others_guess_from_everywhere(world):
    person = world.people["coordinator"]
    sign_in_whole(person, OFFICE)
    for number in range(14):
        give(person, "a wrong guess at it", f"192.0.2.{number + 1}")
    assert give(person, PASSWORD, OFFICE)[0].status_code == 302
    assert give(person, PASSWORD, HOME)[0].status_code == 200, "nobody knows that network yet"


def test_who_guesses_in_the_owner_s_network_is_stopped_too(world):
    person = world.people["coordinator"]
    sign_in_whole(person, OFFICE)
    for _time in range(FROM_KNOWN.most):
        give(person, "a wrong guess at it", OFFICE)
    assert give(person, PASSWORD, OFFICE)[0].status_code == 200


def test_the_right_password_uses_nothing_up(world):
    person = world.people["stranger"]
    Authenticator.objects.filter(user=person).delete()
    for _time in range(FROM_KNOWN.most + 2):
        assert give(person, PASSWORD, OFFICE)[0].status_code == 302


def test_guesses_are_counted_before_the_password_is_looked_at(world, rf):
    """So that a hundred that come at once are no more than five."""
    request = rf.post("/", REMOTE_ADDR=HOME)
    one = try_at(request, world.people["holder"].email)
    assert [count_try(one) for _time in range(FROM_ELSEWHERE.most + 2)] == [True] * FROM_ELSEWHERE.most + [False] * 2


def test_an_address_without_an_account_is_answered_and_counted_alike(world):
    known, unknown = [], []
    nobody = type(world.people["holder"])(email="nobody@demo.example.org")
    for person, statements in ((world.people["holder"], known), (nobody, unknown)):
        for number in range(FROM_ELSEWHERE.most + 2):
            with CaptureQueriesContext(connection) as asked:
                give(person, "a wrong guess at it", f"192.0.2.{number + 1}")
            statements.append(len(asked))
    assert known == unknown


def test_sign_ins_refusals_and_holds_stand_in_audit_and_log(world, caplog):
    person = world.people["holder"]
    with caplog.at_level(logging.INFO, "landsea.sign_ins"):
        for number in range(FROM_ELSEWHERE.most + 1):
            give(person, "a wrong guess at it", f"192.0.2.{number + 1}")
        other = world.people["deputy"]
        browser = sign_in_whole(other, OFFICE)
        browser.post(reverse("account_logout"))
        _answer, browser = give(other, PASSWORD, OFFICE)
        browser.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert acts_of(person) == ["sign_in_refused"] * FROM_ELSEWHERE.most + ["sign_in_held"]
    assert actors_of(person) == {"anonymous"}, "the account did not try itself"
    assert acts_of(other) == ["sign_in", "sign_out", "second_factor_refused"]
    assert actors_of(other, "second_factor_refused") == {"anonymous"} and actors_of(other, "sign_in") == {by(other)}
    said = caplog.text
    assert f"sign_in_held: user:{person.pk}" in said and f"sign_in: user:{other.pk}" in said
    assert person.email not in said and PASSWORD not in said and OFFICE not in said


def test_no_sign_in_hides_behind_a_flood_of_guesses(world):
    person = world.people["coordinator"]
    for _time in range(MOST_NOTED.most + 1):
        spend_named_limit("sign_in_noted", f"user:{person.pk}", MOST_NOTED)
    give(person, "a wrong guess at it", HOME)
    sign_in_whole(person, OFFICE)
    assert acts_of(person) == ["sign_in"]


def test_tries_at_no_account_stand_in_a_stream_of_their_own(db):
    Client().post(reverse("account_login"), {"login": "nobody@demo.example.org", "password": "a wrong guess at it"})
    entry = Entry.objects.get(stream="sign_ins")
    assert entry.act == "sign_in_refused" and "nobody" not in str(entry.facts)


def test_asking_for_a_new_password_does_the_same_for_known_and_unknown(world):
    statements = []
    for address in (world.people["holder"].email, "nobody@demo.example.org"):
        with CaptureQueriesContext(connection) as asked:
            Client().post(reverse("account_reset_password"), {"email": address})
        statements.append([one["sql"].split()[0] for one in asked])
    assert statements[0] == statements[1]
    assert ProcrastinateJob.objects.filter(task_name="accounts.send_reset_link").count() == 2
    assert "example.org" not in str(list(ProcrastinateJob.objects.values_list("args", flat=True)))


def test_who_sets_a_factor_up_ends_the_sessions_that_were_opened_without_one(world, django_capture_on_commit_callbacks):
    person = world.people["holder"]
    Authenticator.objects.filter(user=person).delete()
    _answer, thief = give(person, PASSWORD, HOME)
    _answer, owner = give(person, PASSWORD, OFFICE)
    assert thief.get(reverse("queue")).url == reverse("mfa_activate_totp")
    owner.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = owner.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    with django_capture_on_commit_callbacks(execute=True):
        owner.post(reverse("mfa_activate_totp"), {"code": code_now(secret)})
    assert owner.get(reverse("queue")).status_code == 200
    assert thief.get(reverse("queue")).url.startswith(reverse("account_login"))


def test_a_person_sees_where_they_are_signed_in_and_signs_the_others_out(world):
    person = world.people["stranger"]
    Authenticator.objects.filter(user=person).delete()
    _answer, telephone = give(person, PASSWORD, HOME)
    _answer, desk = give(person, PASSWORD, OFFICE)
    page = desk.get(reverse("usersessions_list")).content.decode()
    assert HOME in page and OFFICE in page and "This browser" in page
    assert OFFICE not in world.client("holder").get(reverse("usersessions_list")).content.decode()
    assert desk.post(reverse("usersessions_list")).status_code == 302
    assert desk.get(reverse("own_appointments")).status_code == 200
    assert telephone.get(reverse("own_appointments")).status_code == 302


@pytest.mark.parametrize(
    "password",
    [
        "passwordpassword",
        "password123456!",
        "Password2026!!",
        "aaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "123412341234",
        "qwertyuiopas",
        "abcdefghijklm",
        "mlkjihgfedcba",
        "aabbaabbccaabb",
        "landsea-2026!",
        "holder.demo.example",
    ],
)
def test_common_repeated_and_personal_passwords_are_refused_with_a_sentence(world, password, settings):
    person = world.people["holder"]
    person.email = "holder.demo@example.org"
    validators = get_password_validators(settings.AUTH_PASSWORD_VALIDATORS)
    with pytest.raises(ValidationError) as refused:
        validate_password(password, person, validators)
    assert all(len(one) > 20 for one in refused.value.messages)


@pytest.mark.parametrize(
    "password", ["four calm lorries wait", "xK9#vq2Lw!pz", "sầu riêng ở cửa khẩu", "榴莲在口岸等待通关放行单据"]
)
def test_others_are_taken(db, password):
    validate_password(password)


def test_a_password_of_a_million_letters_is_looked_at_at_once(db):
    """What one form holds at most; with all of it looked at, this would not end today."""
    validate_password("four calm lorries wait " + "1" * 1_000_000 + "x")
