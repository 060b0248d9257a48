"""Places and returns of public facts in the four languages; what people typed is left alone."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import override

from landsea.exchange.fact_phrases import say_phrase
from landsea.exchange.models import Listing
from landsea_core.translations import Translations

ROWS = [json.loads(line) for line in (Path(settings.REFERENCE) / "exchange.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("language", ["zh-hans", "vi", "lo", "th"])
def test_every_place_and_return_of_a_public_fact_is_put_into_the_language(language):
    said = Translations.load(Path(settings.REFERENCE), "exchange")
    words = {row[name] for row in ROWS for name in ("place_text", "recurring")} - {""}
    assert not [one for one in words if said.find(one, language) is None]


@pytest.mark.parametrize("language", ["zh", "vi", "lo", "th"])
def test_every_public_fact_has_a_title_in_the_language(language):
    said = Translations.load(Path(settings.REFERENCE), "exchange")
    assert not [row["code"] for row in map(said.fill, ROWS) if not row["names"].get(language)]


def test_only_public_facts_are_put_into_other_words():
    with override("zh-hans"):
        assert say_phrase(Listing(code="X001"), "every year in September") == "每年9月"
        assert say_phrase(Listing(code=None), "every year in September") == "every year in September"
        assert say_phrase(Listing(code="X001"), "no such words") == "no such words"
