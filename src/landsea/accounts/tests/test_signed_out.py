"""A form that comes after its sign-in has ended: nothing of it is done, and nothing that was typed is lost."""

import pytest
from django.test import Client
from django.urls import reverse

from landsea.base.audit.models import Entry
from landsea.cases.tests.world import make_world

OURS = {"origin": "http://testserver"}
WORDS = "The certificate is out; come and fetch it at the post."

pytestmark = pytest.mark.django_db


@pytest.fixture
def form():
    """Return the address of an officer's form and what was typed into it."""
    case = make_world().file().case
    return reverse("case_act", args=[case.ref, "message"]), {
        "kind": "all",
        "body": WORDS,
        "key": "press-1",
        "version": "3",
    }


def test_what_was_typed_stays_on_the_page_which_can_send_it_after_a_sign_in_beside_it(form):
    address, typed = form
    acts = Entry.objects.count()
    response = Client(headers=OURS).post(address, typed)
    page = response.content.decode()
    assert response.status_code == 403
    assert WORDS in page and "<dt>Version</dt>" not in page, "what a form holds for itself nobody typed"
    assert 'name="version" value="3"' in page
    assert f'<form method="post" action="{address}">' in page and 'name="key" value="press-1"' in page
    assert f'href="{reverse("account_login")}" target="_blank"' in page
    assert Entry.objects.count() == acts


def test_what_to_do_stands_above_what_was_typed_and_in_the_readers_language(form):
    address, typed = form
    client = Client(headers=OURS)
    client.cookies["language"] = "vi"
    page = client.post(address, typed).content.decode()
    assert page.index(f'href="{reverse("account_login")}" target') < page.index(f"{WORDS}</dd>")
    assert "<dt>Nội dung của bạn</dt>" in page


def test_a_form_of_another_site_is_sent_to_the_sign_in_page_as_before(form):
    address, typed = form
    for headers in ({}, {"origin": "https://elsewhere.example"}):
        response = Client(headers=headers).post(address, typed)
        assert response.status_code == 302 and response["Location"].startswith(reverse("account_login"))
        assert WORDS not in response.content.decode()


def test_a_page_that_is_opened_leads_to_the_sign_in_page(form):
    address, _typed = form
    response = Client(headers=OURS).get(address)
    assert response.status_code == 302 and response["Location"].startswith(reverse("account_login"))
