"""robots.txt, sitemaps, security.txt and the cards of links: public pages only, in all languages, nothing false."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.conf import settings as installed
from django.urls import get_resolver, reverse
from django.utils import timezone

from landsea.cases.tests.world import make_world
from landsea.crawlers.checks import check_security_contact
from landsea.crawlers.public_pages import PARTS, PUBLIC_PAGES

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "zh-hans", "zh-hant", "vi", "lo", "th", "km", "my", "id", "ms", "fil")
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture
def world(db):
    return make_world()


def test_every_page_of_the_table_is_for_everybody():
    views = {name: pattern for name in PUBLIC_PAGES for pattern in [get_resolver().reverse_dict.getlist(name)]}
    assert all(views.values())
    for name, page in PUBLIC_PAGES.items():
        assert not {"secret", "ref", "digest", "word"} & set(re.findall(r"%\((\w+)\)", str(views[name]))), name
        assert page.about and page.picture


def test_the_index_leads_to_every_sitemap_and_those_to_pages_that_are_there(client, world):
    index = ElementTree.fromstring(client.get(reverse("sitemap")).content)
    addresses = [one.text for one in index.findall("s:sitemap/s:loc", NAMES)]
    assert len(addresses) == len(PARTS)
    for address in addresses:
        tree = ElementTree.fromstring(client.get(address.removeprefix(installed.PUBLIC_ADDRESS)).content)
        for url in tree.findall("s:url", NAMES)[:5]:
            page = url.findtext("s:loc", namespaces=NAMES).removeprefix(installed.PUBLIC_ADDRESS)
            others = [link.get("hreflang") for link in url.findall("x:link", NAMES)]
            assert others == [*LANGUAGES, "x-default"]
            assert client.get(page).status_code == 200, page
            day = url.findtext("s:lastmod", namespaces=NAMES)
            assert not day or date.fromisoformat(day) <= date.today() + timedelta(days=1)
    assert client.get("/sitemap-none.xml").status_code == 404


def test_a_case_is_in_no_sitemap(client, world):
    case = world.file(text="Marker word zebrawood").case
    for part in PARTS:
        page = client.get(reverse("sitemap_part", args=[part])).content.decode()
        assert case.ref not in page and "/my/" not in page and "/m/" not in page


def test_robots_are_told_where_the_sitemap_is_and_what_is_closed(client, settings):
    settings.DEMO = False
    said = client.get("/robots.txt").content.decode()
    assert f"Sitemap: {installed.PUBLIC_ADDRESS}/sitemap.xml" in said and "Disallow: /m/" in said


def test_a_demonstration_keeps_robots_away(client, settings):
    settings.DEMO = True
    assert client.get("/robots.txt").content.decode() == "User-agent: *\nDisallow: /\n"


def test_security_txt_is_there_only_while_it_is_true(client, settings):
    settings.SECURITY_CONTACT, settings.SECURITY_EXPIRES = "mailto:safety@demo.example.org", date(2999, 1, 1)
    said = client.get("/.well-known/security.txt")
    assert said["Content-Type"] == "text/plain; charset=utf-8"
    assert "Contact: mailto:safety@demo.example.org\n" in said.content.decode()
    assert "Expires: 2999-01-01T00:00:00Z\n" in said.content.decode()
    for contact, expires in (
        ("", date(2999, 1, 1)),
        ("mailto:x@demo.example.org", None),
        ("mailto:x@demo.example.org", date(2020, 1, 1)),
    ):
        settings.SECURITY_CONTACT, settings.SECURITY_EXPIRES = contact, expires
        assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_public_page_has_a_card_in_the_readers_language(client, world, language):
    page = client.get(f"{reverse('desk_page', args=[world.quarantine.code])}?lang={language}").content.decode()
    title = re.search(r"<title>(.*?)</title>", page)[1]
    assert f'<meta property="og:title" content="{title}">' in page
    assert page.count('rel="alternate" hreflang=') == len(LANGUAGES)
    assert re.search(r'og:image" content="http[^"]+ui/pictures/desk[^"]*\.png"', page)
    assert re.search(r'<meta name="description" content="[^"]+">', page)


def test_what_is_not_for_everybody_has_no_card(client, world):
    filed = world.file()
    for page in (
        client.get(f"/m/{filed.secret}", follow=True),
        client.get("/accounts/login/"),
        client.get("/nowhere/"),
    ):
        assert "og:title" not in page.content.decode() and "hreflang" not in page.content.decode()


def test_what_somebody_typed_into_an_address_is_not_in_the_card(client, world):
    page = client.get(f"{reverse('who')}?about=zebrawood").content.decode()
    head = page.partition("</head>")[0]
    assert "zebrawood" not in head.partition("og:")[2].partition("+oembed")[0]


@pytest.mark.parametrize(
    ("contact", "days", "said"),
    [
        ("", None, ""),
        ("mailto:safety@demo.example.org", None, "is not set"),
        ("mailto:safety@demo.example.org", -1, "has passed"),
        ("mailto:safety@demo.example.org", 900, "more than a year"),
        ("mailto:safety@demo.example.org", 90, ""),
    ],
)
def test_an_operator_is_told_when_the_security_contact_is_not_shown(settings, contact, days, said):
    day = None if days is None else timezone.now().date() + timedelta(days=days)
    settings.SECURITY_CONTACT, settings.SECURITY_EXPIRES = contact, day
    found = [one.msg for one in check_security_contact()]
    assert len(found) == bool(said) and all(said in one for one in found)
