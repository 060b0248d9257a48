"""Readers are told who said it; editors' notes are for editors, and what stands still is said in the reader's language."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import translation

from landsea.cases.tests.world import make_world
from landsea.corridor.labels import CLOSURES_SAY
from landsea.corridor.templatetags.corridor import closure_says, source_words

CLOSURES = Path(__file__).resolve().parents[4] / "data" / "reference" / "network" / "closures.jsonl"


@pytest.mark.parametrize(
    ("source", "grade", "words"),
    [
        ("hand estimate", "assumed", "our estimate"),
        ("derived from distance at 13.8 kn", "derived", "our estimate"),
        ("first list of procedures (P074)", "reported", "our collection of facts"),
        ("cits.net 2018-01-24", "reported", '<span translate="no">cits.net</span> (24 January 2018)'),
        ("<b>Notice</b>", "published", '<span translate="no">&lt;b&gt;Notice&lt;/b&gt;</span>'),
    ],
)
def test_a_source_names_somebody_or_us(source, grade, words):
    assert source_words(source, grade) == words


def test_a_source_with_an_address_is_a_link():
    assert source_words("https://example.org/2025/05/11/x").startswith('<a href="https://example.org/2025/05/11/x"')


def test_every_closure_on_record_is_said_in_every_language():
    told = [json.loads(line)["says"] for line in CLOSURES.read_text(encoding="utf-8").splitlines()]
    assert sorted(told) == sorted(CLOSURES_SAY)
    said = {}
    for language in ("en", "zh-hans", "vi", "lo", "th"):
        with translation.override(language):
            said[language] = {str(one) for one in CLOSURES_SAY.values()}
    assert all(said["en"].isdisjoint(said[language]) for language in ("zh-hans", "vi", "lo", "th"))


def test_a_closure_that_a_renewed_file_adds_is_said_as_it_stands_there():
    new = SimpleNamespace(kind="closed", says="Boten is closed to lorries <since May>.")
    assert closure_says(new) == '<span lang="en">Boten is closed to lorries &lt;since May&gt;.</span>'


@pytest.mark.django_db
def test_a_time_at_a_post_says_for_which_cargo_it_is(client):
    page = client.get(reverse("corridor_place", args=["VNCLO"])).content.decode()
    assert "Thai fruit in transit to China" in page


@pytest.mark.django_db
def test_notes_are_for_editors():
    world, address = make_world(), reverse("corridor_place", args=["CNMHN"])
    note = "general knowledge, unchecked"
    assert note not in world.client("stranger").get(address).content.decode()
    assert note in world.client("editor").get(address).content.decode()
