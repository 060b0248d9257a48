"""The public pages: list, measure on any day, editing, corrections, and rules beside a case."""

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from landsea.base.corrections.models import Correction
from landsea.rules import access
from landsea.rules.actions import drafting, publish
from landsea.rules.actions.corrections import settle_correction_of_rule
from landsea.rules.mapping import find_why_withdrawn
from landsea.rules.models import Version
from landsea.rules.tests.conftest import NOW
from landsea.rules.watch_links import PAGE_LINKS

pytestmark = pytest.mark.django_db


def get(client, name, *args, status=200, **query):
    response = client.get(reverse(name, args=args), query)
    assert response.status_code == status
    return response.content.decode()


def secret(watch, links=PAGE_LINKS):
    return links.secret_of(watch.nonce if links is PAGE_LINKS else watch.feed_nonce)


def test_of_a_page_of_words_the_list_looks_for_the_first_line(measures, client):
    found = client.get(reverse("measures"), {"q": "durian " * 5000})
    assert found.status_code == 200 and len(found.context["search"]) == 200


def test_the_list_finds_by_word_country_kind_and_code(measures, client):
    page = get(client, "measures", q="durian malaysia")
    found, _, near = page.partition("Other rules near to these words")
    assert "Fresh durian from Malaysia" in found
    assert "Fresh durian from Viet Nam" not in found
    assert "Fresh durian from Malaysia" not in near
    assert "food safety decree" in get(client, "measures", country="VN", kind="sps_test")
    assert "No rule fits" in get(client, "measures", q="unicorn")
    assert "Fresh durian from Thailand" in get(client, "measures", hs="0810.60")


def test_an_empty_list_says_what_to_do(db, client):
    assert "No rules are loaded yet" in get(client, "measures")


def test_a_measure_shows_act_dates_source_grade_and_its_state_on_a_day(measures, client):
    page = get(client, "measure", "M088", on="2026-03-01")
    for words in ("suspended", "09/2026/NQ-CP", "26 January 2026", "checked on 29 November 2026", "sggp.org.vn"):
        assert words in page
    assert "not in force yet" in get(client, "measure", "M088", on="2026-01-01")
    get(client, "measure", "M999", status=404)


def test_a_measure_as_it_was_known_on_an_earlier_day(measures, editors, client):
    rule = replace(access.find_measure("M013"), title="Fresh durian from Malaysia: by sea and air")
    version = drafting.draft_version(rule, actor=editors[0], now=NOW + timedelta(days=3))
    publish.approve_version(version.pk, actor=editors[1], now=NOW + timedelta(days=3))
    access.forget_book()
    assert f"<h1>{rule.title}</h1>" in get(client, "measure", "M013")
    earlier = get(client, "measure", "M013", known=NOW.date().isoformat())
    assert f"<h1>{rule.title}</h1>" not in earlier
    assert "This is what was known here on" in earlier
    get(client, "measure", "M013", known="2020-01-01", status=404)


def test_editors_see_drafts_whom_they_touch_and_what_to_check_next(measures, editors, world):
    world.file()
    rule = access.find_measure("M012")
    version = drafting.draft_version(rule, actor=editors[0], now=NOW)
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


def test_a_reason_with_odd_letters_is_one_clean_line_and_a_refused_one_stays_in_its_field(measures, editors, world):
    version = drafting.draft_version(access.find_measure("M012"), actor=editors[0], now=NOW)
    publish.approve_version(version.pk, actor=editors[1], now=NOW)
    client, address = world.client("coordinator"), reverse("rule_settle", args=[version.pk])
    refused = client.post(address, {"act": "reject", "why": "It was misread."})
    assert refused.status_code == 409 and 'value="It was misread."' in refused.content.decode()
    refused = client.post(address, {"act": "withdraw", "why": "x" * 501})
    assert refused.status_code == 400 and "501 characters" in refused.content.decode()
    assert client.post(address, {"act": "withdraw", "why": "It was\x00 misread,\nby us."}).status_code == 302
    version.refresh_from_db()
    assert find_why_withdrawn(version) == "It was misread, by us."


def test_strangers_see_no_drafts(measures, world):
    for person in ("stranger", "holder", "clerk"):
        assert world.client(person).get(reverse("rule_editing")).status_code in {302, 403}
    assert world.client().get(reverse("rule_editing")).status_code == 302


def test_measures_stand_beside_a_case(measures):
    found = access.find_measures_for_case(
        hs="081060", country="CN", filer_country="VN", direction="import", day=NOW.date()
    )
    assert "M012" in {one.code for one, _ in found}
    assert "M013" not in {one.code for one, _ in found}
    assert access.find_measures_for_case(hs="", country="CN", filer_country="VN", direction="", day=NOW.date()) == []


def test_a_reader_s_correction_reaches_the_editors_once(measures, world):
    key = str(uuid.uuid4())
    form = {"text": "The suspension was prolonged.", "email": "", "form_key": key}
    for _ in range(2):
        assert world.client().post(reverse("suggest_rule_correction", args=["M088"]), form).status_code == 302
    row = Correction.objects.get()
    editor = world.client("coordinator")
    page = editor.get(reverse("rule_editing"))
    if page.status_code == 200:
        assert "The suspension was prolonged." in page.content.decode()
    settle_correction_of_rule(row.pk, actor=world.actor("coordinator"), now=NOW)
    row.refresh_from_db()
    assert row.settled_at
    with pytest.raises(PermissionDenied):
        settle_correction_of_rule(row.pk, actor=world.actor("holder"), now=NOW)


def test_a_correction_without_words_comes_back_with_what_was_typed(measures, client):
    form = {"text": "", "email": "reader@firm.example.org", "form_key": str(uuid.uuid4())}
    response = client.post(reverse("suggest_rule_correction", args=["M088"]), form)
    assert response.status_code == 422
    assert "reader@firm.example.org" in response.content.decode()


def test_a_source_unseen_for_180_days_is_marked(measures, client, monkeypatch):
    assert "not checked for 180 days" not in get(client, "measures")
    monkeypatch.setattr("landsea.rules.access.measures.STALE_AFTER", timedelta(days=-400))
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
        "text": "Durian waits.",
        "place_text": "Mohan",
        "country": "CN",
        "goods": "durian 0810.60",
        "filer_country": "VN",
        "matter": "plant_health",
        "lane": "normal",
        "visibility": "named",
        "name": "A",
        "email": "a@demo.example.org",
    }
    page = world.client().post(reverse("filing_review"), typed).content.decode()
    assert "Fresh durian from Viet Nam" in page
