"""The pages of the corridor, as a reader meets them."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from landsea.corridor.models import KeptPlan

pytestmark = pytest.mark.django_db
ASKED = "from=Chongqing&to=Singapore&ready=2026-12-01T08:00"


def test_the_form_asks_and_answers(client):
    """Without a question there is the form; with one there are ways, each with its figures."""
    assert client.get(reverse("plan")).status_code == 200
    page = client.get(f"{reverse('plan')}?{ASKED}")
    text = page.content.decode()
    assert page.status_code == 200
    assert text.count('class="way"') == len(page.context["shown"].itineraries) > 2
    assert "price not known" in text and "kg" in text
    assert "style=" not in text and "<script>" not in text


def test_what_was_typed_comes_back_with_a_sentence(client):
    """An unknown place, a missing time, an absurd weight: what was typed stays in the form."""
    page = client.get(f"{reverse('plan')}?from=Chonqing&to=Singapore&ready=2026-12-01T08:00")
    assert page.status_code == 422
    assert "Chongqing (CNCKG)" in page.content.decode() and 'value="Chonqing"' in page.content.decode()
    assert "Say when the goods are ready." in client.get(f"{reverse('plan')}?from=a&to=b&ready=").content.decode()
    page = client.get(f"{reverse('plan')}?{ASKED}&amount=0&unit=kg")
    assert "above zero" in page.content.decode()
    assert "as a number" in client.get(f"{reverse('plan')}?{ASKED}&amount=much").content.decode()


def test_goods_in_words_meet_the_law(client):
    """Durian in words becomes a code, and the refused way stands apart with its measure."""
    question = "from=Kuala Lumpur&to=Chongqing&ready=2026-12-01T08:00&goods=fresh durian&origin=MY"
    page = client.get(f"{reverse('plan')}?{question}")
    assert "M013" in page.content.decode()
    assert page.context["hs"].startswith("081060")


@pytest.mark.parametrize("order", ["arrival", "hours", "cost", "co2e", "on_time", "nonsense"])
def test_ways_can_be_ordered_and_compared(client, order):
    """By what matters to the reader; two that are ticked stand side by side, in the order and with the numbers of the list."""
    page = client.get(f"{reverse('plan')}?{ASKED}&sort={order}&compare=1&compare=2")
    assert page.status_code == 200
    compared = page.context["compared"]
    assert sorted(one.number for one in compared) == [1, 2]
    listed = [one.number for one in page.context["shown"].itineraries]
    assert [one.rank for one in compared] == sorted(1 + listed.index(one.number) for one in compared)


def test_the_calendar_holds_gates_and_departures(client):
    """An iCal file that a calendar reads."""
    answer = client.get(f"{reverse('plan_cut_offs')}?{ASKED}&mode=rail&mode=sea&number=1")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert len(events) >= 3
    assert any("Gate closes" in str(event["summary"]) for event in events)
    assert client.get(f"{reverse('plan_cut_offs')}?{ASKED}&number=99").status_code == 422


def test_the_page_asks_the_database_little(client, django_assert_max_num_queries):
    """The limit, marks of what is kept, disruptions, desks and barriers: planning itself needs none. The first page of a
    process reads what is kept.
    """
    client.get(f"{reverse('plan')}?{ASKED}&mode=rail&mode=sea")
    with django_assert_max_num_queries(6):
        client.get(f"{reverse('plan')}?{ASKED}&mode=rail&mode=sea")


def test_numbers_in_pictures_are_read_in_every_language(client):
    """A comma for the point would break the drawing."""
    page = client.get(f"{reverse('plan')}?{ASKED}&mode=rail&mode=sea", headers={"accept-language": "vi"})
    assert not re.search(r' (?:x|x1|x2|width|cx|cy)="[^"]*,', page.content.decode())


def test_a_cargo_is_kept_on_the_device_for_next_time(client):
    """Only when that was asked for; it fills the form, and says nothing of where it went."""
    cargo = "amount=2&unit=teu&goods=frozen durian&reefer=on"
    client.get(f"{reverse('plan')}?{ASKED}&{cargo}")
    assert client.get(reverse("plan")).context["cargoes"] == []
    client.get(f"{reverse('plan')}?{ASKED}&{cargo}&remember=on")
    page = client.get(reverse("plan"))
    ((words, address),) = page.context["cargoes"]
    assert words == "2 TEU, frozen durian, cooled" and "Singapore" not in address
    filled = client.get(f"{reverse('plan')}?{address}").content.decode()
    assert 'value="frozen durian"' in filled and "Say where the goods are" not in filled


def test_only_the_last_five_cargoes_stay(client):
    """The newest first; the same one twice is one; a cookie that somebody changed holds none."""
    for goods in ("rice", "coffee", "rubber", "rice", "tyres", "paper", "steel"):
        client.get(f"{reverse('plan')}?{ASKED}&mode=sea&mode=rail&goods={goods}&remember=on")
    kept = [words for words, _ in client.get(reverse("plan")).context["cargoes"]]
    assert kept == ["steel", "paper", "tyres", "rice", "rubber"]
    client.cookies["landsea_cargoes"] = "amount=1:forged"
    assert client.get(reverse("plan")).context["cargoes"] == []


def test_the_days_of_the_strips_are_named(client):
    """One row of days above all strips, on the reader's words."""
    page = client.get(f"{reverse('plan')}?{ASKED}&mode=rail&mode=sea", headers={"accept-language": "vi"})
    days = page.context["shown"].days
    assert len(days) >= 3 and "thg 12" in days[0][1]
    assert page.content.decode().count("<text x=") >= len(days)


def test_what_one_lorry_drives_is_one_step_with_all_its_links(client):
    """Nobody reads six road links where a lorry is ordered once; each link's source stays."""
    page = client.get(f"{reverse('plan')}?{ASKED}&mode=road")
    one = page.context["shown"].itineraries[0]
    longest = max(one.drives, key=lambda drive: len(drive.legs))
    assert len(longest.legs) > 1 and sum(len(drive.legs) for drive in one.drives) == len(one.legs)
    way = page.content.decode().split(f'id="way-{one.number}"')[1].split('<li class="way"')[0]
    assert way.count("<strong>road</strong>") == len(one.drives)
    assert f"by way of {longest.via}" in way
    for leg in longest.legs:
        assert reverse("corridor_service", args=[leg.service]) in way


@pytest.mark.parametrize("order", ["hours", "cost", "on_time"])
def test_a_number_means_the_same_itinerary_in_every_order(client, order):
    """What stands first by another order is what its number puts into the calendar and keeps."""
    page = client.get(f"{reverse('plan')}?{ASKED}&mode=rail&mode=sea&sort={order}")
    first = page.context["shown"].itineraries[0]
    by_arrival = client.get(f"{reverse('plan')}?{ASKED}&mode=rail&mode=sea").context["shown"].itineraries
    assert [leg.service for leg in first.legs] == [leg.service for leg in by_arrival[first.number - 1].legs]
    calendar = client.get(f"{reverse('plan_cut_offs')}?{ASKED}&mode=rail&mode=sea&number={first.number}").content
    begins = sorted(event["dtstart"].dt for event in Calendar.from_ical(calendar).walk("VEVENT"))
    gates = [leg.gate for leg in first.legs if leg.gate]
    assert begins == sorted([drive.first.depart for drive in first.drives] + gates)
    typed = {"question": f"{ASKED}&mode=rail&mode=sea", "number": str(first.number), "email": "trader@example.org"}
    client.post(reverse("keep_plan"), typed)
    assert [leg["service"] for leg in KeptPlan.objects.get().chosen["legs"]] == [leg.service for leg in first.legs]


def test_refused_ways_are_told_by_the_names_of_places(client):
    """Not by codes that only planners know."""
    question = "from=Kuala Lumpur&to=Chongqing&ready=2026-12-01T08:00&goods=fresh durian&origin=MY"
    text = client.get(f"{reverse('plan')}?{question}").content.decode()
    example = re.search(r"For instance:(.*?)</p>", text, re.DOTALL)[1]
    assert not re.search(r"\b[A-Z]{5}\b", example) and "Chongqing" in example


def test_bad_questions_say_what_to_do_and_lose_nothing(client):
    """Same ends, a moment past, one before the timetable, absurd loads, dangerous goods nobody takes, no legal way."""
    for question, said in (
        ("from=Chongqing&to=CNTJC&ready=2026-12-01T08:00", "two different places"),
        ("from=Chongqing&to=Hanoi&ready=2026-11-01T08:00", "is past"),
        ("from=Chongqing&to=Hanoi&ready=2025-01-01T08:00", "The timetable is known from"),
        ("from=Chongqing&to=Hanoi&ready=2026-12-01T08:00&amount=-3&unit=t", "above zero"),
        ("from=Chongqing&to=Hanoi&ready=2026-12-01T08:00&amount=9e9&unit=kg", "more than any ship"),
        ("from=Chongqing&to=Hanoi&ready=soon", "Write the time like"),
        ("from=Chongqing&to=Hanoi&ready=2026-12-01T08:00&by=2026-11-30T08:00", "lies before the cargo is ready"),
        ("from=Chongqing&to=Hanoi&ready=2026-12-01T08:00&mode=river", "allow more modes"),
        ("from=CNXAY&to=LAVTS&ready=2026-12-01T08:00&amount=1&unit=teu&dg=7&mode=rail", "Nobody on the way"),
        ("from=MYKUL&to=CNCKG&ready=2026-12-01T08:00&goods=fresh durian&origin=MY&mode=rail", "No legal way"),
    ):
        page = client.get(f"{reverse('plan')}?{question}")
        text = page.content.decode()
        assert page.status_code == 422 and said in text, (question, page.context.get("fault"))
        typed = dict(pair.split("=") for pair in question.split("&"))
        for key in ("from", "to", "ready", "amount", "goods"):
            assert key not in typed or f'value="{typed[key]}"' in text, (key, question)


def test_an_address_without_a_moment_is_answered_for_tomorrow(client):
    """Somebody links to a question; one that was emptied in the form is asked for."""
    page = client.get(f"{reverse('plan')}?from=Chongqing&to=Hanoi")
    assert page.status_code == 200 and page.context["ready"] > timezone.now()
    assert client.get(f"{reverse('plan')}?from=Chongqing&to=Hanoi&ready=").status_code == 422


def test_a_ship_on_no_record_is_no_ship_by_timetable(client):
    asked = {"from": "Sandakan", "to": "Puerto Princesa", "ready": "2026-12-03T08:00", "mode": "sea"}
    text = client.get(reverse("plan"), asked).content.decode()
    assert "No direct ship from Sandakan to Puerto Princesa is on record" in text
    assert re.search(r"our arithmetic\s*, ", text) and "by timetable" not in text


@pytest.mark.parametrize("year", [2028, 2031])
@pytest.mark.parametrize(
    ("language", "said"), [("en", "is assumed to go on"), ("zh-hans", "假定"), ("vi", "giả định"), ("lo", "ສົມມຸດ")]
)
def test_a_plan_beyond_the_timetable_is_answered_and_says_what_it_assumes(client, year, language, said):
    """In the reader's language, with the grade; within the timetable nothing is said of it."""
    asked = {"from": "Chongqing", "to": "Hanoi", "mode": "rail"}
    client.cookies["language"] = language
    page = client.get(reverse("plan"), asked | {"ready": f"{year}-03-01T08:00"})
    assert page.status_code == 200 and page.context["shown"].itineraries
    assert "2027-12-31" in page.context["assumed"] and said in page.content.decode()
    assert not client.get(reverse("plan"), asked | {"ready": "2027-03-01T08:00"}).context["assumed"]


def test_where_nothing_goes_the_nearest_served_places_are_offered(client):
    """A city without a service is said to be one, and each served place nearby is one press away."""
    asked = {"from": "Ambon", "to": "Chongqing", "ready": "2026-12-01T08:00"}  # nothing on record calls there
    for language, said in (("en", "Served nearby: Dili"), ("zh-hans", "帝力"), ("vi", "Dili")):
        page = client.get(reverse("plan"), asked, headers={"accept-language": language})
        assert page.status_code == 422 and said in page.content.decode()
    assert client.get(f"{reverse('plan')}?{page.context['nearest'][0][1]}").status_code == 200


def test_the_ways_that_are_compared_stay_ticked(client):
    page = client.get(f"{reverse('plan')}?{ASKED}&compare=1&compare=2").content.decode()
    assert page.count(" checked>") == 2 and 'value="1" checked>' in page


def test_one_ticked_way_is_not_compared(client):
    """It is said that two are needed."""
    assert "Tick two ways" in client.get(f"{reverse('plan')}?{ASKED}&mode=rail&mode=sea&compare=1").content.decode()
