"""What changed is told by the rules' own dates and not by the day on which rows were loaded; rules are linked as they stand."""

import json
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.html import strip_tags

from landsea.consequences.tests.test_spread import changed_version
from landsea.rules import access
from landsea.rules.actions import drafting, publish
from landsea.rules.labels import change_words
from landsea.rules.tests.conftest import NOW
from landsea_core.rules import MeasureReason

pytestmark = pytest.mark.django_db


def own_days(lives: dict[str, dict], code: str, what: str) -> set[str]:
    """Return the days on which this can have happened to a rule, as its row in the files has them."""
    life = lives[code]
    where = {"announced": "announced", "begins": "in_force", "ends": "last_day", "replaced": "last_day"}
    return {life[where[what]]} if what in where else {day for pause in life["suspensions"] for day in pause.values()}


def feed(client) -> list[dict]:
    return json.loads(client.get(reverse("rule_feed", args=["json"])).content)["items"]


def test_the_feed_tells_what_happened_on_its_own_day(measures, client):
    items = feed(client)
    days = [item["date_published"][:10] for item in items]
    assert len(items) == 100 and days == sorted(days, reverse=True)
    lives = {
        row["id"]: row["life"]
        for row in map(json.loads, Path(settings.REFERENCE, "measures.jsonl").read_text(encoding="utf-8").splitlines())
    }
    for item in items:
        code, what, said = item["id"].split(":")[2:]
        assert said in own_days(lives, code, what), f"{item['id']}: the day is none of the rule's own"
        assert item["date_published"].startswith(said)
    assert Counter(days).most_common(1)[0][1] < 25, "the day of loading, which all had once, is none of theirs"
    assert len({item["id"] for item in items}) == 100
    assert all(item["content_text"] for item in items)


def test_what_an_editor_changed_stands_there_on_the_day_of_the_change(measures, editors, client):
    later = NOW + timedelta(days=1)
    changed_version(editors, now=later)
    access.forget_book()
    first = next(item for item in feed(client) if item["id"].endswith(":M128:2"))
    assert first["date_published"] == later.isoformat() and "ten days" in first["content_text"]
    assert "Written anew by editors" in client.get(reverse("measures")).content.decode()


def test_the_page_says_what_comes_and_what_came(measures, client):
    page = client.get(reverse("measures")).content.decode()
    assert "What changed" in page and "Written anew by editors" not in page
    coming = client.get(reverse("measures")).context["coming"]
    assert [one.earliest for one, _said in coming] == sorted(one.earliest for one, _said in coming)


def test_replaced_and_contradicting_rules_are_linked(measures, client):
    old, new = (client.get(reverse("measure", args=[code])).content.decode() for code in ("M001", "M002"))
    assert "Replaced by" in old and reverse("measure", args=["M002"]) in old
    assert "Replaces" in new and reverse("measure", args=["M001"]) in new


@pytest.mark.parametrize(("language", "mark"), [("en", ""), ("th", "(อังกฤษ) ")])
def test_words_that_stay_in_english_are_told_with_their_language(language, mark):
    with translation.override(language):
        for code in ("summary", "note"):
            assert f"{mark}Bring the report." in change_words(MeasureReason(code, {"after": "Bring the report."}))


def test_a_version_names_who_wrote_and_who_approved_it(world, measures):
    rule = access.find_measure("M128")
    changed = replace(rule, summary=f"{rule.summary} Bring the report.")
    version = drafting.draft_version(changed, actor=world.actor("editor"), now=NOW)
    publish.approve_version(version.pk, actor=world.actor("coordinator"), now=NOW)
    page = world.client("editor").get(reverse("rule_version", args=[version.pk])).content.decode()
    said = unescape(strip_tags(page))
    assert "written by Editor Demo" in said and "approved by Coordinator Demo" in said
