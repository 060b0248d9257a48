"""The plan page: from door to door, ends that nothing serves, and sources that contradict each other."""

import pytest

pytestmark = pytest.mark.django_db
READY = "2027-01-11T08:00"


def ask(client, **asked) -> str:
    """The plan page of a question."""
    answer = client.get("/plan/", {"ready": READY, **asked})
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_end_that_nothing_serves_is_joined_by_a_haul(client):
    """The page says so, and the haul, which is on no record, has no page of its own."""
    page = ask(client, **{"from": "Ningbo", "to": "Vientiane", "mode": "rail"})
    assert "reckoned from the map: Shanghai" in page
    assert "haul~" not in page


def test_contradicting_sources_are_shown(client):
    """Phnom Penh - Ho Chi Minh City: five hours, and two days."""
    asked = {"from": "KHPNH", "to": "VNSGN", "mode": "road"}
    assert "contradict each other" in ask(client, **asked)
    assert "contradict each other" not in ask(client, **asked, doors="on")  # nobody told of it from door to door


def test_from_door_to_door_takes_longer(client):
    """The tick stays, and the hauls count."""
    asked = {"from": "VNHAN", "to": "VNSGN", "mode": "rail"}
    doors = ask(client, **asked, doors="on")
    assert doors != ask(client, **asked)
    assert 'name="doors"' in doors


def test_the_haul_names_its_places_in_the_readers_language(client):
    """As everywhere else on the page."""
    asked = {"from": "Ningbo", "to": "Vientiane", "mode": "rail", "lang": "lo"}
    [said] = client.get("/plan/", {"ready": READY, **asked}).context["hauled"]
    assert "ໜິງປໍ" in said and "Ningbo" not in said
