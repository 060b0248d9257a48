"""Where the words name goods of several chapters and none is sure, the page asks which, with buttons, and assumes none."""

import re

import pytest
from django.urls import reverse

from landsea.cases.models import Case
from landsea.cases.tests.browsing import page_of
from landsea.cases.understanding.filing_review import list_doubts
from landsea.cases.understanding.goods_meant import find_goods_meant, set_goods_meant
from landsea.cases.understanding.meaning import understand_filing
from landsea_core.text import read_goods
from landsea_core.text.goods.open_chapters import find_open_goods

ASKED = "Your words name several goods. Which ones is it about?"
TWO = "The scales at the yard do not agree about our rice and our sugar."
pytestmark = pytest.mark.django_db


@pytest.fixture
def open_words(typed):
    """The fields of the form with two goods in the words and none in their own field."""
    return typed | {"text": TWO, "goods": ""}


@pytest.mark.parametrize("text", ["Our rice stands there.", "Limes and oranges rot at the gate.", "They say nothing."])
def test_one_chapter_or_none_asks_nothing(text):
    understood = understand_filing({"text": text})
    assert understood.open_goods == () and find_goods_meant(understood, "en").choices == ()


def test_goods_of_two_chapters_are_asked_about_and_none_is_taken():
    understood = understand_filing({"text": TWO})
    assert (understood.hs, understood.goods, "goods" in understood.guessed) == ("", "", False)
    assert [one.value[:2] for one in understood.open_goods] == ["10", "17"]
    assert [words.split()[0] for words in find_goods_meant(understood, "en").choices] == ["rice", "sugar"]


def test_what_is_sure_among_several_is_taken():
    guesses = read_goods("Durian, durian flesh and durian paste, and one box of screws.")
    assert find_open_goods([]) == () and find_open_goods(guesses[:1]) == ()


def test_the_page_asks_with_buttons_and_keeps_all_that_was_typed(client, open_words):
    page = page_of(client.post("/file/", open_words | {"action": "check"}))
    assert ASKED in page and TWO in page
    rice, sugar = re.findall(r'name="goods_meant" value="([^"]+)"', page)
    assert rice.startswith("rice 1006") and sugar.startswith("sugar 1701")

    pressed = page_of(client.post("/file/", open_words | {"action": "check", "goods_meant": sugar, "struck": "goods"}))
    assert ASKED not in pressed and TWO in pressed and f'value="{sugar}"' in pressed
    client.post("/file/", open_words | {"action": "send", "goods": sugar})
    assert Case.objects.get().hs.startswith("1701")


def test_the_piece_that_is_read_while_typing_has_the_buttons_too(client, open_words):
    piece = page_of(client.post(reverse("filing_understood"), open_words))
    assert ASKED in piece and 'id="goods-meant"' in piece


def test_goods_are_named_in_the_language_of_the_reader():
    understood = understand_filing({"text": TWO})
    assert [words.split()[0] for words in find_goods_meant(understood, "vi").choices][0].lower() != "rice"


def test_what_was_sent_without_an_answer_is_asked_again_behind_the_secret_link(client, open_words):
    client.post("/file/", open_words | {"action": "send"})
    link = page_of(client.get("/file/sent/")).split('value="http')[1].split('"')[0]
    client.get("/" + link.split("/", 3)[3], follow=True)
    case = Case.objects.get()
    assert (case.hs, case.goods) == ("", "")
    address = reverse("mend_understood", args=[case.ref])
    page = page_of(client.get(address))
    [rice, _sugar] = re.findall(r'name="goods_meant" value="([^"]+)"', page)
    key = page.split('name="key" value="')[1].split('"')[0]
    fields = {"matter": "", "place_text": "", "country": "VN", "goods": "", "key": key}
    client.post(address, fields | {"goods_meant": rice})
    case.refresh_from_db()
    assert case.hs.startswith("1006")


def test_a_conversation_names_them(open_words):
    doubts = list_doubts(understand_filing({"text": TWO}), "en")
    assert any(doubt.startswith("Which goods is it about: rice") for doubt in doubts)


def test_the_directory_offers_both(client, world):
    page = page_of(client.get("/who/", {"about": TWO}))
    assert ASKED in page and page.count("goods=1") == 2


def test_a_pressed_button_wins_over_goods_that_were_struck_out():
    assert set_goods_meant({"goods_meant": "rice 1006.30", "struck": "place goods"})["struck"] == "place"
    assert set_goods_meant({"goods": "x"}) == {"goods": "x"}
