"""oEmbed and the page with the code: an address of ours becomes a frame; whatever else is no widget."""

from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk_page(world) -> str:
    return reverse("desk_page", args=[world.quarantine.code])


def ask(client, address: str, **more):
    return client.get(reverse("oembed"), {"url": address, **more})


def test_a_page_becomes_a_frame_in_json(client, desk_page, world):
    answer = ask(client, f"{settings.PUBLIC_ADDRESS}{desk_page}?lang=vi", maxwidth="400", maxheight="200").json()
    assert answer["version"] == "1.0" and answer["type"] == "rich"
    assert (answer["width"], answer["height"]) == (400, 200)
    assert reverse("widget_desk", args=[world.quarantine.code]) + "?lang=vi" in answer["html"]
    assert 'width="400"' in answer["html"] and "<script" not in answer["html"]


def test_and_in_xml(client, desk_page):
    answer = ask(client, settings.PUBLIC_ADDRESS + desk_page, format="xml")
    assert answer["Content-Type"].startswith("text/xml")
    tree = ElementTree.fromstring(answer.content)
    assert tree.tag == "oembed" and tree.findtext("html").startswith("<iframe")


def test_every_page_with_a_widget_leads_to_it(client, desk_page, barrier, world):
    question = f"{reverse('who')}?about=laboratory"
    for address in (
        desk_page,
        reverse("barrier", args=[barrier.pk]),
        reverse("corridor_place", args=["CNMHN"]),
        question,
    ):
        page = client.get(address).content.decode()
        assert page.count("+oembed") == 2 and reverse("site_page") in page
        assert ask(client, settings.PUBLIC_ADDRESS + address).status_code == 200
    assert "+oembed" not in client.get(reverse("home")).content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/",
        "/file/",
        "/who/",
        "https://elsewhere.example/who/desks/x/",
        "/who/desks/none/",
        "not an address",
        "http://[",
        "/a b",
    ],
)
def test_whatever_else_is_no_widget(client, world, address):
    assert ask(client, address).status_code == 404


def test_other_formats_are_not_offered(client, desk_page):
    assert ask(client, desk_page, format="yaml").status_code == 501


@pytest.mark.parametrize("typed", ["0", "-3", "wide", "9" * 40, ""])
def test_limits_that_are_no_pixels_limit_nothing(client, desk_page, typed):
    assert ask(client, desk_page, maxwidth=typed).json()["width"] == 600


def test_the_page_with_the_code_shows_a_preview_and_three_codes(client, desk_page, world):
    page = client.get(reverse("site_page"), {"url": desk_page, "in": "lo", "theme": "dark"}).content.decode()
    widget = reverse("widget_desk", args=[world.quarantine.code])
    assert f'src="{widget}?lang=lo&amp;theme=dark"' in page
    assert "&lt;iframe" in page and "embed.js" in page and "&lt;a href=" in page


def test_an_address_without_a_widget_comes_back_with_a_sentence(client, world):
    answer = client.get(reverse("site_page"), {"url": "/file/"})
    assert answer.status_code == 422 and 'value="/file/"' in answer.content.decode()
