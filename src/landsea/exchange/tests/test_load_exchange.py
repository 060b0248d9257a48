"""The public facts: checked, loaded as often as one likes, archived when they are over, each with its source."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from landsea.base.findable import FINDABLE
from landsea.cases.tests.browsing import page_of
from landsea.exchange import access
from landsea.exchange.actions.load_exchange import load_exchange
from landsea.exchange.models import Listing
from landsea_core.matching.exchange_facts import read_facts

FILE = Path(settings.REFERENCE) / "exchange.jsonl"


def test_the_file_is_in_order_and_every_fact_has_its_source():
    facts, faults = read_facts(FILE)
    assert faults == [] and len(facts) >= 134
    assert all(fact.source and fact.grade and fact.checked for fact in facts)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"kind": "wedding"}, "no kind 'wedding'"),
        ({"source": ""}, "Name the source"),
        ({"grade": "sure"}, "six grades"),
        ({"starts": "2569-01-01"}, "common era"),
        ({"starts": "2026-05-02", "ends": "2026-05-01"}, "ends before it begins"),
        ({"sectors": ["witchcraft"]}, "no sector"),
        ({"policies": ["X999"]}, "not in the file"),
        ({"colour": "red"}, "no field colour"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path, changes, sentence):
    row = {"code": "X1", "kind": "forum", "names": {"en": "A"}, "source": "a", "grade": "reported"} | changes
    file = tmp_path / "exchange.jsonl"
    file.write_text(json.dumps(row) + "\n")
    _facts, faults = read_facts(file)
    assert sentence in faults[0]
    with pytest.raises(CommandError, match="Nothing was loaded"):
        call_command("load_exchange", file=file, check=True)


@pytest.mark.django_db
def test_twice_changes_nothing_and_what_vanished_is_retired(world, now):
    facts, _faults = read_facts(FILE)
    first, second = load_exchange(facts, now), load_exchange(facts, now)
    assert (first.new, second.new, second.changed, second.retired) == (len(facts), 0, 0, 0)
    assert load_exchange(facts[1:], now).retired == 1
    assert not access.may_see(world.actor("anonymous"), Listing.objects.get(code=facts[0].code))


@pytest.mark.django_db
def test_the_search_reads_the_words_again_when_one_is_held_and_another_is_shown(world, now):
    load_exchange(read_facts(FILE)[0][:3], now)
    first, second, _third = Listing.objects.filter(code__isnull=False).order_by("pk").values_list("pk", flat=True)
    kind, rows = next(one for one in FINDABLE if one.code == "exchange"), Listing.objects
    rows.filter(pk=first).update(state="held")
    mark = kind.read_mark()
    rows.filter(pk=first).update(state="shown")
    rows.filter(pk=second).update(state="held")
    assert kind.read_mark() != mark


@pytest.mark.django_db
def test_the_rules_behind_a_policy_stand_beside_it(client, world, now, reference_measures):
    load_exchange(read_facts(FILE)[0], now)
    visa = Listing.objects.get(code="X045")
    page = page_of(client.get(f"/exchange/{visa.pk}/"))
    assert visa.measures == ["M056"] and "Rules behind it" in page
    assert page.count("China-Malaysia mutual visa exemption") > 2, "the title, and the rule with its link"


@pytest.mark.django_db
def test_past_ones_are_in_the_archive_and_policies_are_linked(client, world, now):
    load_exchange(read_facts(FILE)[0], now)
    codes = {row.code for row in access.find_listings(access.Query(), now)}
    past = {row.code for row in access.find_listings(access.Query(archived=True), now)}
    assert "X025" in past and "X001" in codes and not codes & past
    assert len(codes | past) == len(read_facts(FILE)[0])
    plant = Listing.objects.get(code="X107")
    page = page_of(client.get(f"/exchange/{plant.pk}/"))
    assert "Thailand BOI" in page and "Source:" in page and "reported" in page
