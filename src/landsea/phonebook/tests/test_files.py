"""Books, offices and desks as files of cards: desks for anyone, people for those who may see them."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db
FILES = [("book_cards", "sps_tbt-cn"), ("office_cards", "cn-mohan"), ("desk_cards", "cn-mohan.quarantine")]


@pytest.mark.parametrize(("name", "code"), FILES)
def test_anyone_takes_desks_away_and_who_may_see_people_takes_them_too(world, name, code):
    address = reverse(name, args=[code])
    for part in ("anonymous", "stranger", "clerk"):
        answer = world.client(part).get(address)
        cards = answer.content.decode()
        assert (
            answer["Content-Type"] == "text/vcard; charset=utf-8"
            and f'filename="{code}.vcf"' in answer["Content-Disposition"]
        )
        assert cards.count("BEGIN:VCARD") == 1 and "+868718122222" in cards and "Holder" not in cards
    assert "FN:Holder Demo\r\n" in world.client("other_holder").get(address).content.decode()


def test_a_file_is_in_the_readers_language_and_in_the_version_that_is_asked_for(world):
    answer = world.client("deputy").get(
        reverse("book_cards", args=["sps_tbt-cn"]), {"version": "4.0", "lang": "zh-hans"}
    )
    assert "VERSION:4.0" in answer.content.decode() and "持有人" in answer.content.decode()


@pytest.mark.parametrize(("name", "code"), [("book_cards", "nothing-cn"), ("office_cards", "x"), ("desk_cards", "x")])
def test_what_does_not_exist_is_not_found(world, name, code):
    assert world.client().get(reverse(name, args=[code])).status_code == 404


def test_the_page_lists_the_books_by_country(world):
    page = world.client().get(reverse("phone_books")).content.decode()
    assert page.index("China") < page.index("Vietnam") and reverse("book_cards", args=["customs_clearance-vn"]) in page


def test_an_empty_directory_says_so(db, client):
    assert "The directory has no desks yet" in client.get(reverse("phone_books")).content.decode()
