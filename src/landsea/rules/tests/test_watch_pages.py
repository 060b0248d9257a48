"""A watch from its saving to its end: the mailbox, the papers, the limits, its feeds."""

import json
import re
import xml.etree.ElementTree as ET

import feedparser
import pytest
from django.core import mail
from django.urls import reverse
from icalendar import Calendar

from landsea.base.limits.spending import Limit
from landsea.base.outbox.actions.send import send_due
from landsea.consequences.actions import spread
from landsea.consequences.tests.test_spread import STARCH, changed_version
from landsea.rules import access
from landsea.rules.actions import publish
from landsea.rules.models import Paper, Watch
from landsea.rules.tests.conftest import ASKED, NOW, watching
from landsea.rules.tests.test_pages import get, secret
from landsea.rules.watch_links import FEED_LINKS

pytestmark = pytest.mark.django_db


def test_the_firm_s_story_from_question_to_new_requirement(measures, editors, client):
    form = ASKED | {"hs": "110814", "email": "firm@starch.example.org", "frequency": "at_once", "name": ""}
    assert "Look into your mail" in client.post(reverse("save_checklist"), form).content.decode()
    send_due()
    path = re.search(r"/rules/w/[\w-]{43}/", mail.outbox[-1].body).group()
    page = client.get(path).content.decode()
    assert "Changes are not sent yet" in page
    client.post(f"{path}change", {"act": "confirm"})
    keys = list(dict.fromkeys(re.findall(r'name="key" value="([\w.]+)"', page)))
    client.post(f"{path}paper", {"key": keys[0], "name": "Number of GACC", "expires_on": "2031-01-01"})
    client.post(f"{path}paper", {"key": keys[1], "name": "Old one", "expires_on": "2020-01-01"})
    page = client.get(path).content.decode()
    assert '<span class="tally">1</span>' in page
    assert "expired" in page
    changed_version(editors)
    spread.spread_waiting(NOW)
    send_due()
    assert "ten days" in mail.outbox[-1].body
    assert path in mail.outbox[-1].body
    assert len(mail.outbox) == 2
    Watch.objects.update(seen_at=NOW.replace(year=2025))
    assert "changed" in client.get(path).content.decode()


def test_a_tick_can_be_taken_back(measures, client):
    watch = watching(
        question={
            "purpose": "sell",
            "hs": "110814",
            "origin": "LA",
            "destination": "CN",
            "goods": "starch",
            "mode": "rail",
        }
    )
    path = reverse("note_paper", args=[secret(watch)])
    client.post(path, {"key": "M002.x", "name": "A"})
    client.post(path, {"key": "M002.x", "act": "take_back"})
    assert not Paper.objects.exists()


@pytest.mark.parametrize("bound", ["MOST_PAPERS", "NOTES_AN_HOUR"])
def test_papers_and_notes_of_one_watch_are_bounded(measures, client, monkeypatch, bound):
    """Whoever has a link wrote rows without end, into the audit too."""
    monkeypatch.setattr(f"landsea.rules.actions.watch.{bound}", {"MOST_PAPERS": 2}.get(bound, Limit(2, 3600)))
    asked = {"purpose": "sell", "hs": "110814", "origin": "LA", "destination": "CN", "goods": "starch", "mode": "rail"}
    path = reverse("note_paper", args=[secret(watching(question=asked))])
    answers = [client.post(path, {"key": f"M00{number}.x", "name": "Form E"}) for number in range(4)]
    assert [one.status_code for one in answers] == [302, 302, 429, 429]
    assert Paper.objects.count() == 2
    said = answers[-1].content.decode()
    assert "at most 2 papers" in said if bound == "MOST_PAPERS" else "save it later" in said


def test_the_limit_of_watches_is_a_sentence(measures, client, monkeypatch):
    monkeypatch.setattr("landsea.rules.actions.watch.MOST_WATCHES", 1)
    watching(**STARCH)
    form = {"email": "Firm@starch.example.org", "frequency": "daily"}
    response = client.post(reverse("new_watch"), form)
    assert response.status_code == 429
    assert "has 1 watches already" in response.content.decode()


def test_nobody_fills_somebody_else_s_mailbox(measures, client):
    form = {"email": "victim@firm.example.org", "frequency": "daily"}
    answers = [client.post(reverse("new_watch"), form).status_code for _ in range(4)]
    assert answers == [200, 200, 200, 429]


def test_a_code_that_does_not_exist_is_named_with_the_nearest(measures, client):
    response = client.post(reverse("new_watch"), {"email": "a@b.example.org", "frequency": "daily", "hs": "0810.69"})
    assert response.status_code == 422
    assert "081060" in response.content.decode()


def test_an_ended_watch_answers_nobody(measures, client):
    watch = watching(**STARCH)
    client.post(reverse("change_watch", args=[secret(watch)]), {"act": "end"})
    get(client, "watch", secret(watch), status=404)
    get(client, "watch_feed", secret(watch, FEED_LINKS), "atom", status=404)
    watch.refresh_from_db()
    assert (watch.email, watch.question) == ("", {})


def test_feeds_are_whole_and_a_renewed_address_closes_the_old_one(measures, editors, client):
    watch = watching(**STARCH)
    changed_version(editors)
    spread.spread_waiting(NOW)
    old = secret(watch, FEED_LINKS)
    root = ET.fromstring(get(client, "watch_feed", old, "atom"))
    names = {child.tag.rpartition("}")[2] for child in root}
    assert {"id", "title", "updated", "link", "author", "entry"} <= names
    read = feedparser.parse(get(client, "watch_feed", old, "atom"))
    assert not read.bozo
    assert "ten days" in read.entries[0].content[0].value
    feed = json.loads(get(client, "watch_feed", old, "json"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert len(feed["items"]) == 1
    assert "ten days" in feed["items"][0]["content_text"]
    get(client, "watch_feed", old, "exe", status=404)
    client.post(reverse("change_watch", args=[secret(watch)]), {"act": "renew"})
    get(client, "watch_feed", old, "atom", status=404)
    watch.refresh_from_db()
    get(client, "watch_feed", secret(watch, FEED_LINKS), "atom")
    get(client, "watch", secret(watch))


def test_a_change_that_was_withdrawn_is_marked_on_the_page_and_left_out_of_the_feed(measures, editors, client):
    watch = watching(**STARCH)
    version = changed_version(editors)
    spread.spread_waiting(NOW)
    feed = reverse("watch_feed", args=[secret(watch, FEED_LINKS), "json"])
    assert len(client.get(feed).json()["items"]) == 1 and "withdrawn" not in get(client, "watch", secret(watch))
    publish.withdraw_version(version.pk, actor=editors[0], now=NOW, why="It was about another starch.")
    spread.spread_waiting(NOW)
    assert client.get(feed).json()["items"] == []
    assert "withdrawn" in get(client, "watch", secret(watch))


def test_the_calendar_holds_days_of_effect(measures, client):
    book = Calendar.from_ical(client.get(reverse("rule_feed", args=["ics"])).content)
    events = [part for part in book.walk("VEVENT")]
    assert events
    assert all(event["uid"] and event["dtstart"] for event in events)


def test_what_is_kept_most_is_checked_first(measures, editors, client):
    form = ASKED | {"hs": "110814", "email": "firm@starch.example.org", "frequency": "never"}
    client.post(reverse("save_checklist"), form)
    rule, uses = access.list_to_look_up(editors[0]).next[0]
    assert uses == 1
    assert rule.code in {"M002", "M003", "M008", "M009"} | {
        one.code for one in access.read_published_book() if one.scope.destination
    }


def test_a_watch_with_a_name_says_what_it_is_about(client, db):
    kept = watching(name="Ours", hs=["081060"], origins=["VN"], destinations=["CN"], modes=["rail"])
    page = client.get(reverse("watch", args=[secret(kept)])).content.decode()
    for words in ("Ours", "HS 081060", "Vietnam", "China", "by rail"):
        assert words in page
