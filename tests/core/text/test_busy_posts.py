"""The thirty border posts that most people write of are known by what they are called in ten languages."""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from landsea_core.text import read_places

DATA = Path(__file__).resolve().parents[3] / "data"
POSTS = """
CNYYG VNHNI CNPUZ VNTTN CNDOX VNMCB CNHKM VNKTH CNMHN LABOT
CNRUI MMMUS VNLBO LADSV VNCTR LANPH VNMBI KHBVT KHPOI THARA
THMST MMMYW THNKB LAVTB THMDN LAZVK THCKG LAHOE THSDO MYBKH
"""
FOLDERS = {"zh": "zh-hans", "vi": "vi", "lo": "lo", "th": "th", "km": "km", "my": "my"}
SCRIPTS = {"zh": "一鿿", "lo": "ກໟ", "th": "กฯ", "km": "ក៓", "my": "က႟"}
"""First and last letter of each script; Vietnamese, Indonesian, Malay and Filipino write the Latin name."""


def rows(path: str) -> list[dict]:
    return [json.loads(line) for line in (DATA / path).read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def names() -> dict[tuple[str, str], list[str]]:
    """Names by place and language: of the places, their translations and what people type."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    said = {
        lang: {row["en"]: row["said"] for row in rows(f"reference/words/{folder}/places.jsonl")}
        for lang, folder in FOLDERS.items()
    }
    for place in rows("reference/places.jsonl"):
        for lang, words in said.items():
            found[place["code"], lang] += [words[place["names"]["en"]]] if place["names"]["en"] in words else []
            found[place["code"], lang] += place.get("other_names", {}).get(lang, [])
    for row in rows("lexicon/place_words.jsonl"):
        found[row["value"], row["lang"]] += [term for term, _weight in row["terms"]]
    return found


@pytest.mark.parametrize("code", POSTS.split())
def test_a_busy_post_has_a_name_in_each_script(names, code):
    for lang, (first, last) in SCRIPTS.items():
        written = [name for name in names[code, lang] if any(first <= letter <= last for letter in name)]
        assert written, (code, lang)
    assert names[code, "vi"], code


def test_each_name_that_people_type_for_a_post_is_read_as_that_post():
    for row in rows("lexicon/place_words.jsonl"):
        for term, _weight in row["terms"]:
            assert row["value"] in [guess.value for guess in read_places(term)[:3]], (row["value"], term)
