"""A slip with a square code of the secret link, for whoever has no address."""

import pytest
from django.conf import settings
from django.urls import reverse

from landsea.cases.actions.file import make_form_key
from landsea.cases.tests.world import make_world

pytestmark = pytest.mark.django_db


def test_the_slip_after_filing_holds_number_square_and_a_text_to_pass_on(client):
    make_world()
    form = {"text": "Durian waits at Mohan.", "lane": "normal", "visibility": "pseudonymous", "action": "send"}
    client.post(reverse("file_case"), form | {"key": make_form_key()})
    page = client.get(reverse("case_sent")).content.decode()
    assert reverse("sent_slip") in page
    slip = client.get(reverse("sent_slip")).content.decode()
    assert "data:image/svg+xml;base64," in slip and f"{settings.PUBLIC_ADDRESS}/m/" in slip and "sms:?body=" in slip
    assert "Durian waits" not in slip, "the slip holds no word of the case"


def test_the_slip_of_an_open_mailbox_and_nobody_else_s(client):
    world = make_world()
    filed = world.file()
    address = reverse("mailbox_slip", args=[filed.case.ref])
    assert client.get(address).status_code == 404
    assert client.get(reverse("sent_slip")).status_code == 302
    client.get(reverse("mailbox_link", args=[filed.secret]))
    page = client.get(address)
    assert filed.case.ref in page.content.decode() and filed.secret in page.content.decode()
    assert world.client("coordinator").get(address).status_code == 404
