"""Keys: made on a page and shown once, limited by scopes and by what the person may, ended at once."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from landsea.api.models import AccessKey
from landsea.api.tests.programs import Program, fits, program_of
from landsea.base.audit.models import Entry
from landsea.directory.models import Appointment

pytestmark = pytest.mark.django_db
TYPED = {"name": "our case system", "scopes": ["cases:read"], "days": "90"}


def test_a_key_is_made_on_the_page_shown_once_and_ended_there(world):
    browser = world.client("holder")
    page = browser.post(reverse("own_keys"), TYPED)
    key, secret = page.context["fresh"]
    assert secret in page.content.decode() and secret not in browser.get(reverse("own_keys")).content.decode()
    assert secret not in str(AccessKey.objects.values()) and secret not in str(Entry.objects.values())
    told = Program(secret).get("/me")
    fits(told, "Who")
    assert (told["kind"], told["scopes"], told["desks"]) == ("person", ["cases:read"], ["cn-mohan.quarantine"])
    assert AccessKey.objects.get().last_used_at is not None
    browser.post(reverse("end_own_key", args=[key.pk]))
    assert Program(secret).get("/me", status=401)["type"].endswith("#key-unknown")
    assert list(Entry.objects.filter(stream__startswith="user:").values_list("act", flat=True)) == [
        "make_key",
        "end_key",
    ]


def test_keys_and_tries_at_the_password_write_into_the_account_one_after_another(world):
    """Else a key could not be ended while somebody guesses: both would write the same place of the audit."""
    browser = world.client("holder")
    key, _secret = browser.post(reverse("own_keys"), TYPED).context["fresh"]
    with CaptureQueriesContext(connection) as asked:
        browser.post(reverse("end_own_key", args=[key.pk]))
    said = [one["sql"] for one in asked]
    turn = next(number for number, sql in enumerate(said) if "pg_advisory_xact_lock" in sql)
    assert turn < next(number for number, sql in enumerate(said) if 'INSERT INTO "audit_entry"' in sql)


def test_nobody_ends_somebody_else_s_key(world):
    program_of(world, "holder")
    key = AccessKey.objects.get()
    assert world.client("deputy").post(reverse("end_own_key", args=[key.pk])).status_code == 404
    assert AccessKey.objects.get().ended_at is None


@pytest.mark.parametrize("wrong", [{"name": " "}, {"scopes": []}, {"scopes": ["everything"]}, {"days": "9999"}])
def test_a_key_without_name_scope_or_end_is_not_made(world, wrong):
    assert world.client("holder").post(reverse("own_keys"), TYPED | wrong).status_code == 422
    assert not AccessKey.objects.exists()


def test_a_key_may_do_what_its_scopes_name_and_no_more(world):
    filed = world.file()
    reads = program_of(world, "holder", "cases:read")
    assert reads.get(f"/cases/{filed.case.ref}")["ref"] == filed.case.ref
    refused = reads.post(f"/cases/{filed.case.ref}/accept", status=403)
    assert refused["type"].endswith("#scope-missing") and "cases:act" in refused["detail"]


def test_a_key_may_do_what_its_person_may_at_that_moment_and_no_more(world):
    filed = world.file()
    holder, stranger = program_of(world, "holder"), program_of(world, "stranger")
    assert holder.get(f"/cases/{filed.case.ref}")["ref"] == filed.case.ref
    assert stranger.get(f"/cases/{filed.case.ref}", status=404)["type"].endswith("#not-found")
    Appointment.objects.filter(user=world.people["holder"]).update(ends_at=timezone.now() - timedelta(minutes=1))
    assert holder.get(f"/cases/{filed.case.ref}", status=404)
    assert holder.post(f"/cases/{filed.case.ref}/accept", status=403)["type"].endswith("#not-allowed")


def test_who_must_use_a_second_factor_needs_a_key_made_with_one(world):
    filed = world.file()
    without = program_of(world, "holder", by_second_factor=False)
    assert without.get(f"/cases/{filed.case.ref}", status=403)["type"].endswith("#second-factor")


def test_a_key_ends_by_itself_and_with_its_account(world):
    old = program_of(world, "holder", days=0)
    assert old.get("/me", status=401)
    left = program_of(world, "deputy")
    world.people["deputy"].is_active = False
    world.people["deputy"].save()
    assert left.get("/me", status=401)


@pytest.mark.parametrize("bearer", ["lsk_none", "x" * 43, "ключ", "a\tb", "lsk_" + "9" * 4000])
def test_a_bearer_that_is_none_of_ours_is_refused_and_not_said_again(world, bearer):
    response = Program().client.get("/api/v1/me", headers={"Authorization": f"Bearer {bearer}"})
    assert response.status_code == 401 and "Bearer" in response["WWW-Authenticate"]
    assert bearer not in response.content.decode()


def test_a_browser_s_session_is_nobody_here(world):
    assert world.client("coordinator").get("/api/v1/cases").status_code == 401


def test_wrong_keys_from_one_network_end(world):
    answers = {Program("x" * 43).send("GET", "/me").status_code for _ in range(25)}
    assert answers == {401, 429}
