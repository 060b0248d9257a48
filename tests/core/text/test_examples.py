"""The labelled examples: enough of them, in ten languages, apart from the cases that are only for measuring."""

import json
import os
from pathlib import Path

import pytest

from landsea_core.text import fold_spelling, split_into_words
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.translations.fields import TOPIC_LANGUAGES

EXAMPLES = find_default_data_folder() / "examples"
HELD_OUT = Path(__file__).parent / "held_out_cases.jsonl"
MEASURED = (
    Path(os.environ.get("LANDSEA_SHARED", find_default_data_folder().parents[1] / "shared"))
    / "cases/example_cases.jsonl"
)
LANGUAGES = {"en"} | {code.partition("-")[0] for code in TOPIC_LANGUAGES}  # examples say zh, whatever the script
SHINGLE, GRAM = 5, 24


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def training():
    return [row for path in sorted(EXAMPLES.glob("training.*.jsonl")) for row in rows(path)]


def fingerprints(text):
    """Five words in a row, and long runs of characters for scripts without spaces."""
    words = split_into_words(text)
    squeezed = "".join(words)
    by_words = (
        {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)} if " " in text.strip() else set()
    )
    return by_words | {squeezed[at : at + GRAM] for at in range(0, len(squeezed) - GRAM + 1)}


def measured_with():
    files = (path for pattern in ("test*.jsonl", "held*.jsonl") for path in sorted(EXAMPLES.glob(pattern)))
    return [row for path in files for row in rows(path)]


def shared_with(text, others):
    return fingerprints(text) & others


def test_there_are_enough_examples_in_ten_languages():
    learnt, tested = training(), measured_with()
    assert len(learnt) >= 2100
    assert len(tested) >= 600
    assert {row["lang"] for row in learnt} >= LANGUAGES
    assert {row["lang"] for row in tested} - {"mixed"} == LANGUAGES


def test_labels_are_codes_that_exist():
    reference = find_default_data_folder() / "reference"
    topic_of = {
        (matter["matter"] if isinstance(matter, dict) else matter): topic["topic"]
        for topic in rows(reference / "topics.jsonl")
        for matter in topic["matters"]
    }
    for row in [*training(), *measured_with()]:
        assert topic_of[row["matter"]] == row["topic"], row["id"]
        assert set(row["alt_topic"]) <= set(topic_of.values()), row["id"]
        assert row["scope"] in ("in", "out", "borderline"), row["id"]
        assert isinstance(row["urgent"], bool), row["id"]


def test_what_was_kept_to_measure_with_before_says_so():
    learnt = [path for path in EXAMPLES.glob("training.*.jsonl") if "fresh" in path.name or "elsewhere" in path.name]
    assert len(learnt) >= 19
    assert all(row["told"] for path in learnt for row in rows(path))
    assert not any(row.get("told") for row in measured_with())


def test_no_example_is_told_twice():
    told = [fold_spelling(row["text"]).strip() for row in [*training(), *measured_with()]]
    assert len(told) == len(set(told))


@pytest.mark.parametrize("measured", [MEASURED, HELD_OUT], ids=["example cases", "held out"])
def test_nothing_is_copied_from_what_is_only_for_measuring(measured):
    if not measured.is_file():
        pytest.skip("the example cases lie beside the checkout, and not everywhere")
    kept = {row["id"]: fingerprints(row["text"]) for row in rows(measured)}
    everything = set().union(*kept.values())
    for row in [*training(), *measured_with()]:
        assert not shared_with(row["text"], everything), (row["id"], shared_with(row["text"], everything))


@pytest.mark.parametrize(
    ("tested", "learnt"),
    [
        ("test.letters.jsonl", "training.letters.jsonl"),
        ("test.letters.jsonl", "training.cases.jsonl"),
        ("test.cases.jsonl", "training.cases.jsonl"),
        ("held.cases.jsonl", "training.cases.jsonl"),
        ("test*.jsonl", "training.where.jsonl"),
        ("held*.jsonl", "training.where.jsonl"),
        ("test*.jsonl", "training.voices.jsonl"),
        ("held*.jsonl", "training.voices.jsonl"),
        ("test*.jsonl", "training.sides.jsonl"),
        ("held*.jsonl", "training.sides.jsonl"),
        ("test*.jsonl", "training.told.jsonl"),
        ("held*.jsonl", "training.told.jsonl"),
        ("test*.jsonl", "training.fresh*.jsonl"),
        ("held*.jsonl", "training.fresh*.jsonl"),
        ("test*.jsonl", "training.stories*.jsonl"),
        ("held*.jsonl", "training.stories*.jsonl"),
        ("test*.jsonl", "training.pairs.jsonl"),
        ("held*.jsonl", "training.pairs.jsonl"),
        ("test*.jsonl", "training.elsewhere*.jsonl"),
        ("held*.jsonl", "training.elsewhere*.jsonl"),
    ],
)
def test_nothing_that_is_learnt_is_tested(tested, learnt):
    kept_apart = [row for path in sorted(EXAMPLES.glob(tested)) for row in rows(path)]
    everything = set().union(*(fingerprints(row["text"]) for row in kept_apart))
    for path in sorted(EXAMPLES.glob(learnt)):
        for row in rows(path):
            assert not shared_with(row["text"], everything), (row["id"], shared_with(row["text"], everything))


def test_the_comparison_finds_what_is_nearly_the_same():
    original = "The officer opened every box and nobody told us the reason for that"
    assert shared_with("Yesterday the officer opened every box again", fingerprints(original))
    assert not shared_with("Customs did open our boxes without a reason", fingerprints(original))
