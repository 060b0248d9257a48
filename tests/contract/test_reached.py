"""Every page that is open to all is reached by links from the first page, within four taps on a phone: a link is one tap, one
of the menu or the header's folded parts two.
"""

import heapq
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse
from tests.contract.test_house import routes

from landsea.cases.tests.world import make_world

FEW = 4
WITHOUT_A_WAY = {
    "mfa_authenticate": "the second step of signing in",
    "mfa_login_webauthn": "a button of the sign-in page asks it",
    "account_inactive": "where an ended account is led",
    "desk_options": "a piece of a page",
    "account_signup": "closed: people are invited",
    "account_reset_password_done": "what a sent form leads to",
    "account_reset_password_from_key_done": "what a sent form leads to",
}
"""Pages of a step, which only a form leads to, and why."""
pytestmark = pytest.mark.django_db


class Links(HTMLParser):
    """Collects where a page leads, and by how many taps."""

    def __init__(self) -> None:
        super().__init__()
        self.taps: dict[str, int] = {}
        self._folded: list[str] = []

    def handle_starttag(self, tag, attrs):
        """Note a link or a form that asks; inside the header's navigation it takes another tap."""
        given = dict(attrs)
        if tag == "header" or (self._folded and tag in ("nav", "details")):
            self._folded.append(tag)
        asks = tag == "form" and (given.get("method") or "get").lower() == "get"
        to = urlsplit(given.get("href" if tag == "a" else "action") or "").path if tag == "a" or asks else ""
        if to.startswith("/"):
            taps = 2 if len(self._folded) > 1 else 1
            self.taps[to] = min(taps, self.taps.get(to, taps))

    def handle_endtag(self, tag):
        """Leave the header, or a folded part of it."""
        if self._folded and self._folded[-1] == tag:
            self._folded.pop()


def test_every_public_page_is_reached_from_the_first_one():
    make_world()
    client, pages = Client(), {}
    for _pattern, route in routes():
        try:
            address = reverse(route.name) if route.name else ""
        except NoReverseMatch:
            continue  # a page of one thing: the lists lead to it
        if address and getattr(route.callback, "door", "public") == "public" and address not in pages:
            answer = client.get(address)
            if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
                links = Links()
                links.feed(answer.content.decode())
                pages[address] = route.name, links.taps
    reached, waiting = {}, [(0, "/")]
    while waiting:
        taps, address = heapq.heappop(waiting)
        if address in pages and address not in reached:
            reached[address] = taps
            for to, more in pages[address][1].items():
                heapq.heappush(waiting, (taps + more, to))
    far = {address: taps for address, taps in reached.items() if taps > FEW}
    lost = {
        address for address, (name, _links) in pages.items() if address not in reached and name not in WITHOUT_A_WAY
    }
    assert (lost, far) == (set(), {})
