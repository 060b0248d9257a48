"""Passing a public page on: title and address in the reader's language, for whoever has no account."""

import re
from html import unescape

import pytest
from django.urls import reverse

from landsea.cases.tests.world import make_world
from landsea.directory.models import Desk

pytestmark = pytest.mark.django_db


def test_a_public_page_can_be_passed_on_with_what_was_asked(client):
    make_world()
    page = client.get(f"{reverse('who')}?about=laboratory&lang=vi").content.decode()
    address = unescape(re.search(r'data-url="([^"]+)"', page)[1])
    assert address.endswith("/who/?about=laboratory&lang=vi")
    assert address in unescape(re.search(r'id="share" value="([^"]+)"', page)[1])


def test_a_page_of_ones_own_is_not_offered_to_others(client):
    filed = make_world().file()
    assert "data-share" not in client.get(f"/m/{filed.secret}", follow=True).content.decode()
    assert "data-share" not in client.get("/accounts/login/").content.decode()


def test_signs_in_a_title_are_escaped_once(client):
    world = make_world()
    Desk.objects.filter(pk=world.rail.pk).update(names={"en": 'Fish & "Fruit" O\'Demo'})
    page = client.get(reverse("desk_page", args=[world.rail.code])).content.decode()
    for shown in (
        re.search(r"<title>([^<]+)</title>", page)[1],
        re.search(r'og:title" content="([^"]+)"', page)[1],
        re.search(r'data-title="([^"]+)"', page)[1],
    ):
        assert 'Fish & "Fruit" O\'Demo' in unescape(shown)


@pytest.mark.parametrize(("name", "key"), [("desk_page", "nope.none"), ("barrier", 99), ("measure", "M99999")])
def test_a_page_that_is_not_there_is_offered_to_nobody(client, name, key):
    answer = client.get(reverse(name, args=[key]))
    assert answer.status_code == 404
    page = answer.content.decode()
    assert "data-share" not in page and f'href="{reverse("site_page")}?' not in page
