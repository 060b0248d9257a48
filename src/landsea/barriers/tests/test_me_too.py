"""I have this too: two steps, one case, one voice each."""

from datetime import timedelta
from decimal import Decimal

import pytest

from landsea.barriers import access
from landsea.barriers.actions.me_too import MOST_FROM_ONE_NETWORK, file_me_too
from landsea.barriers.models import BarrierMember
from landsea.base.refusal import Refused
from landsea.cases.actions.file import make_form_key
from landsea.cases.filing_plan import Filing
from landsea.cases.models import Case
from landsea.cases.tests.browsing import page_of
from landsea_core.caseflow import Visibility
from landsea_core.grouping import hide_small_counts

pytestmark = pytest.mark.django_db


def filing(number=7, **fields):
    about = {
        "text": "We have it too.",
        "visibility": Visibility.NAMED,
        "filer_country": "LA",
        "party": f"Demo {number}",
        "email": f"demo{number}@demo.example.org",
        "form_key": make_form_key(),
    }
    return Filing(**about | fields)


def join(barrier, world, now, network="n", **how):
    return file_me_too(barrier.pk, filing(**how), network=network, actor=world.actor("anonymous"), now=now)


def test_it_files_a_case_about_the_same_thing_and_counts_it(world, barrier, now):
    filed = join(barrier, world, now)
    case = filed.case
    assert (case.matter, case.place_id, case.hs, case.desk) == ("plant_health", "CNMHN", "08", world.quarantine)
    assert filed.secret and access.count_tallies([barrier.pk])[barrier.pk].reported == 7


def test_the_same_form_twice_is_one_case(world, barrier, now):
    form = filing()
    for _ in range(2):
        file_me_too(barrier.pk, form, network="n", actor=world.actor("anonymous"), now=now)
    assert Case.objects.count() == 7 and BarrierMember.objects.count() == 7


def test_one_person_cannot_push_the_tally(world, barrier, now):
    for number in range(MOST_FROM_ONE_NETWORK):
        join(barrier, world, now, network=f"n{number}", email=f"Demo+{number}@demo.example.org", party="", name="D")
    assert access.count_tallies([barrier.pk])[barrier.pk].reported == 7, "one address, whatever stands after its plus"
    for number in range(MOST_FROM_ONE_NETWORK):
        join(barrier, world, now, network=f"m{number}", email=f"other{number}@demo.example.org", party="Demo Firm")
    assert access.count_tallies([barrier.pk])[barrier.pk].reported == 8, "one firm, from whichever address"


def test_many_from_one_network_are_refused_and_nothing_is_filed(world, barrier, now):
    for number in range(MOST_FROM_ONE_NETWORK):
        join(barrier, world, now, number=number + 100)
    before = Case.objects.count()
    with pytest.raises(Refused, match="came from your connection today"):
        join(barrier, world, now, number=999)
    assert Case.objects.count() == before
    join(barrier, world, now + timedelta(days=1, minutes=1), number=999)


def test_reports_without_firm_and_address_count_together_as_one(world, barrier, now):
    for number in range(4):
        join(barrier, world, now, network=str(number), party="", email="", visibility=Visibility.PSEUDONYMOUS)
    assert access.count_tallies([barrier.pk])[barrier.pk].reported == 7


def test_cost_is_shown_from_five_firms_on(world, barrier, now):
    for number in range(5):
        assert access.find_costs(barrier) == []
        file_me_too(
            barrier.pk,
            filing(number + 50),
            network=str(number),
            actor=world.actor("anonymous"),
            now=now,
            cost_per_day=Decimal(100 * (number + 1)),
            currency="CNY",
        )
    [cost] = access.find_costs(barrier)
    assert (cost.median, cost.currency, cost.stated) == (Decimal(300), "CNY", 5)


TYPED = {
    "key": "b" * 64,
    "text": "",
    "filer_country": "LA",
    "visibility": "named",
    "party": "Demo Lao Fruit",
    "email": "lao@demo.example.org",
    "cost_per_day": "",
    "currency": "",
}


def test_two_steps_in_the_browser_lead_to_a_case_and_its_secret_link(client, world, barrier):
    address = f"/barriers/{barrier.pk}/me-too/"
    assert "Send" not in page_of(client.get(address))
    checked = page_of(client.post(address, TYPED | {"action": "check"}))
    assert "Before it goes" in checked and f"barrier {barrier.ref}" in checked
    assert Case.objects.count() == 6
    sent = client.post(address, TYPED | {"action": "send"}, follow=True)
    case = Case.objects.order_by("-pk").first()
    assert case.ref in page_of(sent) and "/m/" in page_of(sent)
    assert client.get(f"/my/{case.ref}/").status_code == 404, "the link itself opens the mailbox, nothing else"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"filer_country": ""}, "Choose the country"),
        ({"party": ""}, "Write your firm"),
        ({"email": "nobody"}, "name@example.org"),
        ({"cost_per_day": "1200"}, "Choose the currency"),
        ({"cost_per_day": "much", "currency": "CNY"}, "as a number"),
        ({"cost_per_day": "-1", "currency": "CNY"}, "above nought"),
    ],
)
def test_what_does_not_fit_gets_a_sentence_and_keeps_what_was_typed(client, world, barrier, changes, sentence):
    typed = TYPED | {"text": "Our longan waits.", "action": "send"} | changes
    response = client.post(f"/barriers/{barrier.pk}/me-too/", typed)
    assert response.status_code == 422 and sentence in page_of(response) and "Our longan waits." in page_of(response)
    assert Case.objects.count() == 6


def test_the_page_hides_small_numbers(client, world, cases, barrier, now):
    assert hide_small_counts(access.count_tallies([barrier.pk])[barrier.pk]).reported == 6
    assert "6 firms have reported it" in page_of(client.get("/barriers/")) or "0 of 6" in page_of(
        client.get("/barriers/")
    )
    BarrierMember.objects.filter(case__in=cases[:2]).update(left_at=now)
    page = page_of(client.get(f"/barriers/{barrier.pk}/"))
    assert "fewer than five" in page and "4 firms" not in page
