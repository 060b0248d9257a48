"""The menu on every page: each destination has an address, one's own work comes first, and trouble does not take it away."""

from django.urls import get_script_prefix, reverse, set_script_prefix

from landsea.base.ui import addresses
from landsea.base.ui.menu import GROUPS, make_menu

urlpatterns: list = []
"""An installation without any room."""


def test_every_destination_has_an_address():
    drawn = {tab.url for group in make_menu("/", []) for tab in group.tabs}
    assert drawn == {reverse(name) for _words, rows in GROUPS for _said, name in rows}


def test_an_address_is_looked_up_once_for_the_same_routes_and_prefix(monkeypatch, settings):
    first, asked = make_menu("/", []), []
    with monkeypatch.context() as patched:
        patched.setattr(addresses, "reverse", lambda name: asked.append(name) or reverse(name))
        assert make_menu("/", []) == first and asked == []
    below = get_script_prefix()
    try:
        set_script_prefix("/landsea/")
        assert addresses.find_address("help") == reverse("help") != "/help/"
    finally:
        set_script_prefix(below)
    assert addresses.find_address("help") == reverse("help")
    settings.ROOT_URLCONF = __name__
    assert addresses.find_address("help") == "", "other routes are in force"


def test_own_work_comes_first_and_the_open_page_is_marked():
    first, *_others = make_menu("/cases/", [("Cases", "/cases/")])
    assert [(tab.words, tab.current) for tab in first.tabs] == [("Cases", True)]


def test_a_page_that_is_not_there_has_the_menu(client, db):
    page = client.get("/nothing-here/").content.decode()
    assert 'class="site-menu"' in page and f'href="{reverse("network")}"' in page


def test_only_the_answer_to_a_form_says_where_back_leads(client, db):
    assert "data-back-to" not in client.get(reverse("new_watch")).content.decode()
    answer = client.post(
        reverse("new_watch"), {}, headers={"referer": f"http://testserver{reverse('new_watch')}?place=x"}
    )
    assert f'data-back-to="{reverse("new_watch")}?place=x"' in answer.content.decode()
