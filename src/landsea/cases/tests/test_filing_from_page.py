"""Filing from a page where trouble was found: the form says what that page is about and fills in what it knows."""

import re
from html import unescape

import pytest

from landsea.base.ui.page_subjects import find_only_goods, find_page_subject, trouble_url
from landsea.cases.forms import FilingForm
from landsea.cases.models import Case
from landsea.cases.tests.browsing import page_of, send
from landsea.cases.tests.test_about_to_send import sending
from landsea.cases.understanding.beginning import fill_from_page, list_what_was_filled
from landsea.directory import page_subjects


@pytest.fixture
def here(world) -> str:
    """What the page of the quarantine desk at Mohan is called in addresses."""
    return f"desk:{world.quarantine.code}"


def value_of(page: str, name: str) -> str:
    """What a text field of the page holds."""
    found = re.search(rf'<input[^>]*name="{name}"[^>]*>', page)
    value = re.search(r'value="([^"]*)"', found[0]) if found else None
    return unescape(value[1]) if value else ""


def test_the_page_of_a_desk_leads_to_a_form_that_comes_to_this_desk(client, world, here, typed):
    desk_page = page_of(client.get(f"/who/desks/{world.quarantine.code}/"))
    assert f'href="{trouble_url(here)}"' in desk_page and "Write to this desk" in desk_page

    page = page_of(client.get(trouble_url(here)))
    assert 'name="about_page"' in page and "Desk: Plant quarantine, Mohan" in page
    assert value_of(page, "place_text") == "Mohan"
    assert re.search(r'<option value="CN"[^>]* selected', page)

    bare = {"text": "Nobody tells us why.", "name": "Nguyen Thi Demo", "visibility": "named", "key": typed["key"]}
    filled = {"place_text": "Mohan", "country": "CN", "matter": "plant_health", "about_page": here}
    send(client, bare | filled)
    case = Case.objects.get()
    assert (case.desk, case.about_page) == (world.quarantine, here)


def test_the_end_of_the_form_says_from_which_page_it_goes(client, here, typed):
    page = page_of(client.post("/file/", typed | {"about_page": here, "action": "check"}))
    assert sending(page)["Filed from"].startswith("Desk: Plant quarantine")
    assert 'href="#id_about_page"' in page and 'id="id_about_page"' in page


def test_another_desk_that_answers_is_said_before_it_goes(client, world, typed):
    elsewhere = f"desk:{world.border.code}"
    page = page_of(client.post("/file/", typed | {"about_page": elsewhere, "action": "check"}))
    assert "You wrote from the page of another desk" in page
    assert "You wrote from the page of another desk" not in page_of(
        client.post("/file/", typed | {"about_page": f"desk:{world.quarantine.code}", "action": "check"})
    )


def test_what_stands_in_the_address_wins_and_all_of_it_is_cut_and_cleaned(client, here):
    page = page_of(client.get(trouble_url(here, place_text="Boten", goods="durian" * 100)))
    assert value_of(page, "place_text") == "Boten" and len(value_of(page, "goods")) == 200


def test_who_says_it_in_words_is_given_nothing_else_of_the_desk(here, world):
    assert fill_from_page({"about_page": here})["country"] == "CN"
    filled = fill_from_page({"about_page": here, "text": "Laboratory report refused"})
    assert {name for name, value in filled.items() if value} == {"text", "about_page"}


def test_a_list_shows_nothing_that_is_not_on_it(world):
    assert list_what_was_filled(FilingForm(initial={"matter": "Pay at once!", "country": "Atlantis"})) == []


def test_a_desk_for_many_goods_fills_in_none():
    assert find_only_goods({"0810"}) == "0810"
    assert find_only_goods({"01", "02", "08"}) == find_only_goods({"08"}) == find_only_goods({"", "081060"}) == ""


@pytest.mark.parametrize(
    "named",
    [
        "",
        "desk:",
        "desk:no.such.desk",
        "nothing:1",
        "desk",
        "desk:\0",
        "x" * 500,
        "rule:M9999",
        "listing:x",
        "experience:9999999999",
    ],
)
def test_a_page_that_is_not_there_fills_nothing_and_stops_nobody(client, world, typed, named):
    assert find_page_subject(named) is None
    assert 'name="about_page"' not in page_of(client.get("/file/", {"about_page": named}))
    if len(named) < 140 and "\0" not in named:
        send(client, typed | {"about_page": named})
        assert Case.objects.get().about_page == ""


def test_where_a_page_is_only_named_no_desk_is_looked_for(monkeypatch, here):
    monkeypatch.setattr(page_subjects, "find_accountable_desk", lambda *_: pytest.fail("It looked for a desk."))
    page = find_page_subject(here)
    assert page is not None and page.words.startswith("Desk: Plant quarantine, Mohan")


def test_the_desk_sees_the_page_in_its_own_words(world, here):
    case = world.file(about_page=here).case
    page = page_of(world.client("holder").get(f"/cases/{case.ref}/"))
    assert f'<a href="/who/desks/{world.quarantine.code}/">Desk: Plant quarantine, Mohan' in page


def test_who_answers_hands_its_question_to_the_form(client, world):
    page = page_of(client.get("/who/", {"about": "Laboratory report refused", "place": "Mohan", "country": "CN"}))
    address = unescape(re.search(r'<a class="button" href="(/file/[^"]+)">Write to this desk', page)[1])
    form = page_of(client.get(address))
    assert "Laboratory report refused</textarea>" in form and value_of(form, "place_text") == "Mohan"
