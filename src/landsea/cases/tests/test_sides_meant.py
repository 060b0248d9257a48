"""Where the words leave open which side has to act, it is asked with two buttons and not assumed, on every door."""

import pytest
from django.urls import reverse

from landsea.cases.models import Case
from landsea.cases.tests.browsing import page_of
from landsea.cases.understanding.filing_review import list_doubts
from landsea.cases.understanding.meaning import understand_filing
from landsea.directory import question_reading
from landsea_core.text import Guess

ASKED = "Your words leave open which side has to act. Which one is it?"
pytestmark = pytest.mark.django_db
UNSURE = "The scales do not agree and nobody writes anything down."


@pytest.fixture
def reads(monkeypatch):
    """Say what is read of countries: pairs of code and confidence."""

    def say(*pairs):
        guesses = [Guess(code, confidence) for code, confidence in pairs]
        monkeypatch.setattr(question_reading, "read_countries", lambda text, filer="": guesses)

    return say


@pytest.fixture
def open_words(typed):
    """The fields of the form without a place and a country."""
    return typed | {"text": UNSURE, "place_text": "", "country": "", "filer_country": "VN"}


def test_a_country_that_is_sure_enough_is_taken_and_nothing_is_asked(reads):
    reads(("CN", 0.6), ("VN", 0.39))
    understood = understand_filing({"text": UNSURE, "filer_country": "VN"})
    assert understood.country == "CN" and understood.sides == ()


def test_below_that_both_sides_are_asked_about(reads):
    reads(("CN", 0.59), ("VN", 0.4), ("LA", 0.01))
    understood = understand_filing({"text": UNSURE, "filer_country": "VN"})
    assert understood.country == "" and understood.sides == ("CN", "VN")


@pytest.mark.parametrize("pairs", [(), (("CN", 0.3),), (("CN", 0.2), ("ID", 0.2), ("TH", 0.2))])
def test_two_that_are_mere_guesses_are_not_offered(reads, pairs):
    reads(*pairs)
    assert understand_filing({"text": UNSURE, "filer_country": "VN"}).sides == ()


def test_the_page_asks_with_two_buttons_and_takes_the_one_that_is_pressed(client, open_words, reads):
    reads(("CN", 0.5), ("VN", 0.45))
    page = page_of(client.post("/file/", open_words | {"action": "check"}))
    assert ASKED in page
    for code, name in (("CN", "China"), ("VN", "Vietnam")):
        assert f'name="meant" value="{code}"' in page and name in page

    pressed = page_of(client.post("/file/", open_words | {"action": "check", "meant": "VN"}))
    assert ASKED not in pressed
    client.post("/file/", open_words | {"action": "send", "country": "VN"})
    assert Case.objects.get().country == "VN"


def test_a_place_that_nobody_knows_hides_no_side(client, open_words, reads):
    """As where somebody answers "where" with both countries: the buttons stand below what is said of the place."""
    reads(("CN", 0.5), ("VN", 0.45))
    page = page_of(client.post("/file/", open_words | {"action": "check", "place_text": "Qqwzzk"}))
    assert "We know no place called" in page and ASKED in page
    assert all(f'name="meant" value="{code}"' in page for code in ("CN", "VN"))


def test_what_came_without_an_answer_is_asked_again_behind_the_secret_link(client, open_words, reads):
    reads(("CN", 0.5), ("VN", 0.45))
    client.post("/file/", open_words | {"action": "send"})
    sent = page_of(client.get("/file/sent/"))
    link = sent.split('value="http')[1].split('"')[0]
    client.get("/" + link.split("/", 3)[3], follow=True)
    case = Case.objects.get()
    assert case.country == ""
    address = reverse("mend_understood", args=[case.ref])
    page = page_of(client.get(address))
    assert ASKED in page
    key = page.split('name="key" value="')[1].split('"')[0]
    client.post(address, {"meant": "CN", "matter": "", "place_text": "", "country": "", "goods": "", "key": key})
    case.refresh_from_db()
    assert case.country == "CN"


def test_a_conversation_names_both(reads):
    reads(("CN", 0.5), ("VN", 0.45))
    understood = understand_filing({"text": UNSURE, "filer_country": "VN"})
    assert "Which side has to act, China or Vietnam? Write it." in list_doubts(understood, "en")
    assert not any("Which side" in doubt for doubt in list_doubts(understood, "en", with_places=False))
