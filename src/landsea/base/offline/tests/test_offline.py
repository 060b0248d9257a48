"""What works without a line: the worker and the manifest as they are sent, and which pages a device may keep."""

import json

import pytest
from django.urls import reverse

from landsea.base.offline.keeping import HEADER, keep_on_device
from landsea.base.ui.device_marks import compute_mark
from landsea.cases.tests.world import make_world

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "zh-hans", "vi", "lo", "th", "km", "my", "id", "ms", "fil")


@pytest.fixture
def world(db):
    return make_world()


def test_the_worker_knows_what_it_has_to_keep(client):
    sent = client.get(f"{reverse('offline_worker')}?lang=vi")
    first = sent.content.decode().partition(";\n")[0]
    shell = json.loads(first.removeprefix("self.SHELL = "))
    assert sent["Content-Type"].startswith("text/javascript") and sent["Cache-Control"] == "no-cache"
    assert shell["language"] == "vi" and shell["offline"] == "/offline/" and len(shell["version"]) == 12
    assert all(client.get(path).status_code == 200 for path in (shell["offline"], shell["form"]))
    assert not sent.cookies


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manifest_is_in_the_readers_language(client, language):
    sent = client.get(f"{reverse('web_manifest')}?lang={language}")
    manifest = sent.json()
    assert sent["Content-Type"] == "application/manifest+json" and not sent.cookies
    assert manifest["lang"] == language and manifest["display"] == "standalone"
    assert {icon["sizes"] for icon in manifest["icons"]} == {"any", "192x192", "512x512"}
    assert all(client.get(shortcut["url"]).status_code == 200 for shortcut in manifest["shortcuts"])


def test_every_page_leads_to_the_worker_and_the_manifest(client, world):
    page = client.get("/").content.decode()
    assert 'data-worker="/offline-worker.js?lang=en"' in page and 'data-reader=""' in page
    assert 'rel="manifest" href="/app.webmanifest?lang=en"' in page


def test_a_kept_page_has_its_line_ready_and_hidden(client, world):
    page = client.get(reverse("desk_page", args=[world.quarantine.code])).content.decode()
    assert "<div data-old-page hidden" in page and "{moment}" in page


def test_only_what_a_view_lets_be_kept_is_kept_and_by_whom(world, client):
    desk = reverse("desk_page", args=[world.quarantine.code])
    assert client.get(desk)[HEADER] == "desk"
    holder = world.actor("holder")
    assert world.client("holder").get(desk)[HEADER] == f"desk {compute_mark(holder)}"
    assert compute_mark(holder) != compute_mark(world.actor("deputy"))
    for address in ("/", "/queue/", reverse("who"), reverse("barriers")):
        assert HEADER not in world.client("holder").get(address)


def test_own_cases_are_kept_and_what_is_closed_is_not(world, client):
    filed = world.file()
    mailbox = client.get(f"/m/{filed.secret}", follow=True)
    assert mailbox[HEADER] == "case"
    case = reverse("case", args=[filed.case.ref])
    assert world.client("holder").get(case)[HEADER].startswith("case ")
    assert HEADER not in world.client("stranger").get(case)
    client.post(reverse("mailbox_leave", args=[filed.case.ref]))
    assert HEADER not in client.get(reverse("mailbox", args=[filed.case.ref]))


def test_a_mark_tells_nobody_who_the_account_is(world):
    actor = world.actor("holder")
    assert str(actor.user_id) not in {compute_mark(actor)} and len(compute_mark(actor)) == 16


def test_a_kind_that_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="none of the kinds"):
        keep_on_device("everything")


def test_the_list_of_what_is_kept_is_the_same_for_everybody_and_asks_nothing(world, client, django_assert_num_queries):
    signed_in = world.client("holder")
    with django_assert_num_queries(0):
        page = client.get(reverse("offline")).content.decode()
    assert "data-kept-list" in page and "data-waiting-words" in page and "data-reader" not in page
    assert "Sign out" not in signed_in.get(reverse("offline")).content.decode()
