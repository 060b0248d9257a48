"""A desk with nothing but a public address, from the coordinator's question to an outcome that the filer confirms."""

import pytest
from django.urls import reverse

from landsea.base.audit.verify import find_broken_entries
from landsea.cases.models import Case
from landsea.cases.tests.address_only import answer_by_link, confirm_an_address
from landsea.cases.tests.browsing import KEY, send
from landsea.cases.tests.world import make_world

pytestmark = pytest.mark.django_db
ADDRESS = "freight@office.example.org"
FORM = {
    "key": KEY,
    "text": "Our wagon stands in Chongqing since Monday and nobody says why.",
    "place_text": "Chongqing",
    "country": "CN",
    "filer_country": "VN",
    "matter": "rail",
    "lane": "normal",
    "visibility": "pseudonymous",
    "email": "filer@demo.example.org",
}


def test_filed_while_nobody_is_there_answered_from_an_address_and_confirmed_by_the_filer(client):
    world = make_world()
    send(client, FORM)
    case, mailbox = Case.objects.get(), client.get(reverse("case_sent")).context["open_url"]
    assert (case.desk, case.meant_desk) == (world.coordinator, world.rail)
    assert "has nobody here yet" in client.get(mailbox, follow=True).content.decode()

    confirm_an_address(world.client("coordinator"), world.rail.code, ADDRESS)
    case.refresh_from_db()
    assert (case.desk, case.meant_desk) == (world.rail, None)
    answer_by_link(case.ref, ADDRESS, words="The wagon left today.")

    shown = client.get(mailbox, follow=True).content.decode()
    assert (
        "The wagon left today." in shown and "by link, without an account" in shown and "nobody here yet" not in shown
    )
    client.post(reverse("mailbox_act", args=[case.ref, "confirm"]), {"key": "z" * 64})
    case.refresh_from_db()
    assert (case.state, case.outcome) == ("closed", "fixed")
    assert list(find_broken_entries()) == []
