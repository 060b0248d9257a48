"""The first page of a source that can be read is only remembered, however many looks at it failed before."""

from types import SimpleNamespace

import pytest

from landsea.rules.actions.poll import EVERY, poll_due
from landsea.rules.models import NewsItem, NewsSource, Version
from landsea.rules.poller.data_adapters import read_json_items
from landsea.rules.poller.items import PageTrouble
from landsea.rules.tests.conftest import NOW

FEED = "<rss><channel><item><title>Durian by land</title><link>https://a.example/durian</link></item></channel></rss>"


@pytest.mark.django_db
def test_years_of_news_become_no_drafts_after_a_first_look_that_failed(monkeypatch):
    NewsSource.objects.create(name="A", url="https://a.example/", kind="feed", country="VN", is_on=True)

    def away(_url, **_asked):
        raise PageTrouble("The site answered 503.")

    monkeypatch.setattr("landsea.rules.actions.poll.fetch_page", away)
    assert poll_due(NOW) == 0 and NewsSource.objects.get().failures == 1
    page = SimpleNamespace(text=FEED, etag="", modified="")
    monkeypatch.setattr("landsea.rules.actions.poll.fetch_page", lambda _url, **_asked: page)
    assert poll_due(NOW + 2 * EVERY) == 0
    assert NewsItem.objects.get().title == "Durian by land" and not Version.objects.exists()


def test_half_a_letter_in_json_is_left_out():
    [item] = read_json_items(r'[{"title": "Durian \ud83c protocol", "link": "/a"}]', "https://a.example/")
    assert item.title.encode() and item.title.startswith("Durian")
