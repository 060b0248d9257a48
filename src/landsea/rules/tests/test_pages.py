"""The public pages: list, measure on any day, checklist, watch, feeds, editing."""

import json
import re
import uuid
import xml.etree.ElementTree as ET
from datetime import timedelta

import feedparser
import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from icalendar import Calendar

from landsea.outbox.actions.send import send_due
from landsea.rules import access
from landsea.rules.actions import edit, spread
from landsea.rules.actions.corrections import settle as settle_correction
from landsea.rules.models import Paper, RuleCorrection, Version, Watch
from landsea.rules.secrets import FEED, PAGE, secret_of
from landsea.rules.tests.conftest import NOW, watching
from landsea.rules.tests.test_spread import STARCH, changed_version

pytestmark = pytest.mark.django_db
ASKED = {
    "purpose": "sell",
    "goods": "cassava starch",
    "origin": "LA",
    "destination": "CN",
    "mode": "rail",
    "on": "2026-11-25",
}


def get(client, name, *args, status=200, **query):
    response = client.get(reverse(name, args=args), query)
    assert response.status_code == status
    return response.content.decode()


def secret(watch, use=PAGE):
    return secret_of(watch.nonce if use == PAGE else watch.feed_nonce, use)


def test_the_list_finds_by_word_country_kind_and_code(measures, client):
    page = get(client, "measures", q="durian malaysia")
    assert "Fresh durian from Malaysia" in page
    assert "Fresh durian from Viet Nam" not in page
    assert "food safety decree" in get(client, "measures", country="VN", kind="sps_test")
    assert "No rule fits" in get(client, "measures", q="unicorn")
    assert "Fresh durian from Thailand" in get(client, "measures", hs="0810.60")


def test_an_empty_list_says_what_to_do(db, client):
    assert "No rules are loaded yet" in get(client, "measures")


def test_a_measure_shows_act_dates_source_grade_and_its_state_on_a_day(measures, client):
    page = get(client, "measure", "M088", on="2026-03-01")
    for words in ("suspended", "09/2026/NQ-CP", "2026-01-26", "checked on 2026-11-25", "sggp.org.vn"):
        assert words in page
    assert "not in force yet" in get(client, "measure", "M088", on="2026-01-01")
    get(client, "measure", "M999", status=404)


def test_a_lao_starch_firm_gets_steps_from_its_own_words(measures, client):
    page = get(client, "checklist", **ASKED)
    for words in (
        "These goods may pass, with what stands below.",
        "HS 110814",
        "Decree 280",
        "LDC certificate",
        "start not found",
    ):
        assert words in page
    assert page.index("registration of producers") < page.index("taxes and fees")


def test_a_refused_way_says_which_measure(measures, client):
    page = get(client, "checklist", **ASKED | {"goods": "081060", "origin": "MY", "transit": ["TH", "LA"]})
    assert "These goods may not pass." in page
    assert "Fresh durian from Malaysia" in page


def test_words_with_two_meanings_are_asked_only_where_it_matters(measures, client):
    page = get(client, "checklist", **ASKED | {"goods": "durian, frozen durian", "origin": "ID", "mode": "sea"})
    assert "Which of these is it?" in page
    assert "hs=081060" in page


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"goods": ""}, "Say which goods"),
        ({"goods": "qwxyz"}, "We do not know the goods"),
        ({"destination": "LA"}, "Choose another country"),
        ({"destination": ""}, "Choose a country"),
        ({"on": "soon"}, "Write the day like"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(measures, client, changed, words):
    page = get(client, "checklist", **ASKED | changed)
    assert words in page
    assert ASKED["origin"] in page


def test_people_and_investors_get_their_own_lists(measures, client):
    assert "mutual visa exemption" in get(
        client, "checklist", purpose="people", origin="MY", destination="CN", on="2026-11-25"
    )
    assert "EV 3.5" in get(
        client, "checklist", purpose="invest", goods="870380", origin="CN", destination="TH", on="2026-11-25"
    )


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


def test_the_limit_of_watches_is_a_sentence(measures, client, monkeypatch):
    monkeypatch.setattr("landsea.rules.actions.watch.MOST_WATCHES", 1)
    watching(**STARCH)
    form = {"email": "Firm@starch.example.org", "frequency": "daily"}
    response = client.post(reverse("new_watch"), form)
    assert response.status_code == 429
    assert "has 1 watches already" in response.content.decode()


def test_a_code_that_does_not_exist_is_named_with_the_nearest(measures, client):
    response = client.post(reverse("new_watch"), {"email": "a@b.example.org", "frequency": "daily", "hs": "0810.69"})
    assert response.status_code == 422
    assert "081060" in response.content.decode()


def test_an_ended_watch_answers_nobody(measures, client):
    watch = watching(**STARCH)
    client.post(reverse("change_watch", args=[secret(watch)]), {"act": "end"})
    get(client, "watch", secret(watch), status=404)
    get(client, "watch_feed", secret(watch, FEED), "atom", status=404)


def test_feeds_are_whole_and_a_renewed_address_closes_the_old_one(measures, editors, client):
    watch = watching(**STARCH)
    changed_version(editors)
    spread.spread_waiting(NOW)
    old = secret(watch, FEED)
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
    get(client, "watch_feed", secret(watch, FEED), "atom")
    get(client, "watch", secret(watch))


def test_the_calendar_holds_days_of_effect(measures, client):
    book = Calendar.from_ical(client.get(reverse("rule_feed", args=["ics"])).content)
    events = [part for part in book.walk("VEVENT")]
    assert events
    assert all(event["uid"] and event["dtstart"] for event in events)


def test_editors_see_drafts_whom_they_touch_and_what_to_check_next(measures, editors, world):
    world.file()
    rule = access.measure_with_code("M012")
    version = edit.draft(rule, actor=editors[0], now=NOW)
    client = world.client("coordinator")
    for name, args in (
        ("rule_editing", ()),
        ("rule_version", (version.pk,)),
        ("rule_draft", ("M012",)),
        ("rule_draft", ("new",)),
    ):
        response = client.get(reverse(name, args=args))
        assert response.status_code in {200, 302}, name
        if response.status_code == 200 and name == "rule_version":
            assert "1 open case may be answered by this." in response.content.decode()


def test_strangers_see_no_drafts(measures, world):
    for person in ("stranger", "holder", "clerk"):
        assert world.client(person).get(reverse("rule_editing")).status_code in {302, 403}
    assert world.client().get(reverse("rule_editing")).status_code == 302


def test_measures_stand_beside_a_case(measures):
    found = access.measures_for_case(hs="081060", country="CN", filer_country="VN", direction="import", day=NOW.date())
    assert "M012" in {one.code for one in found}
    assert "M013" not in {one.code for one in found}
    assert access.measures_for_case(hs="", country="CN", filer_country="VN", direction="", day=NOW.date()) == []


def test_a_reader_s_correction_reaches_the_editors_once(measures, world):
    key = str(uuid.uuid4())
    form = {"text": "The suspension was prolonged.", "email": "", "form_key": key}
    for _ in range(2):
        assert world.client().post(reverse("suggest_rule_correction", args=["M088"]), form).status_code == 302
    row = RuleCorrection.objects.get()
    editor = world.client("coordinator")
    page = editor.get(reverse("rule_editing"))
    if page.status_code == 200:
        assert "The suspension was prolonged." in page.content.decode()
    settle_correction(row.pk, actor=world.actor("coordinator"), now=NOW)
    row.refresh_from_db()
    assert row.settled_at
    with pytest.raises(PermissionDenied):
        settle_correction(row.pk, actor=world.actor("holder"), now=NOW)


def test_a_correction_without_words_comes_back_with_what_was_typed(measures, client):
    form = {"text": "", "email": "reader@firm.example.org", "form_key": str(uuid.uuid4())}
    response = client.post(reverse("suggest_rule_correction", args=["M088"]), form)
    assert response.status_code == 422
    assert "reader@firm.example.org" in response.content.decode()


def test_what_is_kept_most_is_checked_first(measures, editors, client):
    form = ASKED | {"hs": "110814", "email": "firm@starch.example.org", "frequency": "never"}
    client.post(reverse("save_checklist"), form)
    rule, uses = access.to_check_next(editors[0])[0]
    assert uses == 1
    assert rule.code in {"M002", "M003", "M008", "M009"} | {one.code for one in access.book() if one.scope.destination}


def test_a_source_unseen_for_180_days_is_marked(measures, client, monkeypatch):
    assert "not checked for 180 days" not in get(client, "measures")
    monkeypatch.setattr(access, "STALE_AFTER", timedelta(days=-400))
    assert "not checked for 180 days" in get(client, "measures")


def test_versions_are_counted_once_a_page(measures, client, django_assert_max_num_queries):
    get(client, "measures")
    with django_assert_max_num_queries(8):
        get(client, "measures")
    assert Version.objects.exists()


def test_rules_in_force_stand_on_the_page_of_a_case_and_before_it_is_sent(measures, world):
    filed = world.file()
    page = world.client("holder").get(reverse("case", args=[filed.case.ref])).content.decode()
    assert "Rules in force for these goods" in page
    assert "Fresh durian from Viet Nam" in page
    typed = {
        "text": "Durian waits.", "place_text": "Mohan", "country": "CN", "goods": "durian 0810.60", "filer_country": "VN",
        "matter": "plant_health", "lane": "normal", "visibility": "named", "name": "A", "email": "a@demo.example.org",
    }  # fmt: skip
    page = world.client().post(reverse("filing_review"), typed).content.decode()
    assert "Fresh durian from Viet Nam" in page
