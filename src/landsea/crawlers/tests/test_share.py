"""Passing a public page on: title and address in the reader's language, for whoever has no account."""

import re
from html import unescape

import pytest
from django.urls import reverse

from landsea.cases.tests.world import make_world

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
