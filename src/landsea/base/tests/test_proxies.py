"""Many people behind one proxy are many; one who floods hinders nobody else; nobody gives themselves an address."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from landsea.base.limits.spending import spend_limit
from landsea.base.proxies import BehindProxies, find_client_address, read_networks

OURS = read_networks("10.0.0.0/8, 2001:db8:ffff::/48")
PROXY = "10.0.0.1"


@pytest.mark.parametrize(
    ("peer", "claimed", "found"),
    [
        (PROXY, "203.0.113.5", "203.0.113.5"),
        (PROXY, "198.51.100.7, 203.0.113.5", "203.0.113.5"),
        (PROXY, "203.0.113.5, 10.0.0.2", "203.0.113.5"),
        (PROXY, "", PROXY),
        (PROXY, "10.0.0.9", PROXY),
        (PROXY, "198.51.100.7, not an address", PROXY),
        ("::ffff:10.0.0.1", "203.0.113.5", "203.0.113.5"),
        ("2001:db8:ffff::1", "2001:db8:1::2", "2001:db8:1::2"),
        ("203.0.113.9", "198.51.100.7", "203.0.113.9"),
    ],
)
def test_the_last_address_that_is_none_of_ours_counts(peer, claimed, found):
    assert find_client_address(peer, claimed, OURS) == found


def ask_through(settings, peer: str, **headers):
    """Return the request as pages see it."""
    settings.TRUSTED_PROXIES = "10.0.0.0/8"
    seen = []
    answer = BehindProxies(lambda request: seen.append(request) or HttpResponse())
    answer(RequestFactory().get("/", REMOTE_ADDR=peer, headers=headers))
    return seen[0]


def test_a_stranger_says_nothing_about_address_or_scheme(settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    claimed = {"X-Forwarded-For": "192.0.2.1", "X-Forwarded-Proto": "https"}
    request = ask_through(settings, "203.0.113.9", **claimed)
    assert request.META["REMOTE_ADDR"] == "203.0.113.9" and not request.is_secure()
    assert ask_through(settings, PROXY, **claimed).is_secure()


@pytest.mark.django_db
def test_three_hundred_people_behind_one_proxy_do_not_hinder_each_other(settings):
    settings.FILINGS_PER_HOUR = 1
    people = [f"203.0.{number // 200}.{number % 200 + 1}" for number in range(300)]
    asked = [ask_through(settings, PROXY, **{"X-Forwarded-For": one}) for one in people]
    assert all(spend_limit(request, "file") for request in asked)
    assert not spend_limit(asked[0], "file"), "who floods hinders only themselves"
    assert not spend_limit(asked[0], "file")
    assert spend_limit(ask_through(settings, PROXY, **{"X-Forwarded-For": "203.0.113.250"}), "file")


def test_a_network_that_is_none_is_refused_at_the_start():
    with pytest.raises(ValueError):
        read_networks("the proxy")


@pytest.mark.parametrize(("host", "links"), [("landsea.example", "https"), ("127.0.0.1:8000", "http")])
def test_links_are_those_of_the_public_address_where_no_proxy_tells_the_scheme(settings, host, links):
    """In pages, feeds and the API's description: they began with http:// behind a proxy that was not named as ours."""
    settings.PUBLIC_ADDRESS, settings.TRUSTED_PROXIES = "https://landsea.example", ""
    settings.ALLOWED_HOSTS = [host.partition(":")[0]]
    seen = []
    BehindProxies(lambda request: seen.append(request) or HttpResponse())(RequestFactory().get("/", HTTP_HOST=host))
    assert seen[0].build_absolute_uri("/rules/feed") == f"{links}://{host}/rules/feed"
    assert seen[0].is_secure() == (links == "https")
