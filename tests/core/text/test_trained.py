"""The trained model: saved and loaded, refused with another embedder, and what it makes of a reading. With a small stand-in
for the embedder, so that these tests need no native library.
"""

import hashlib
from datetime import date

import numpy as np
import pytest

from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.model.embedding import MOST_CHARACTERS, Remembering, cut_for_embedding
from landsea_core.text.model.trained import ModelFault, TrainedModel, TrainedReader
from landsea_core.text.model.training import ExampleFault, find_target, train_model, weigh_example
from landsea_core.text.reader import Reader
from landsea_core.text.suggestions import SuggestionFault, make_suggestion


class Stand:
    """Vectors from digests of words: like texts share words, and so lie close."""

    name = "stand-in-1"
    dimensions = 16

    def __init__(self):
        self.asked = 0

    def embed(self, texts):
        self.asked += len(texts)
        found = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                found[row, hashlib.sha256(word.encode()).digest()[0] % self.dimensions] += 1
        return found / np.maximum(1e-6, np.linalg.norm(found, axis=1, keepdims=True))


def example(number, text, matter, topic, authority, **more):
    return {
        "id": f"t{number}",
        "text": text,
        "lang": "en",
        "from": "LA",
        "where": "CN",
        "topic": topic,
        "matter": matter,
        "authority": authority,
        "scope": "in",
        "urgent": False,
        **more,
    }


EXAMPLES = [
    example(number, text, *labels)
    for number, (text, labels) in enumerate(
        [
            *(
                (f"queue at the gate day {n}", ("gate_queue", "transport_border", "border_gate_management"))
                for n in range(10)
            ),
            *(
                (f"form e refused number {n}", ("certificate_rejected", "rules_of_origin", "customs"))
                for n in range(10)
            ),
            *((f"buyer does not pay {n}", ("private_dispute", "other", "none")) for n in range(10)),
        ]
    )
]
for row in EXAMPLES[20:]:
    row["scope"], row["where"] = "out", "LA"
for row in EXAMPLES[:5]:
    row["urgent"] = True


@pytest.fixture(scope="module")
def lexicons():
    return Reader(find_default_data_folder())


@pytest.fixture(scope="module")
def model(lexicons):
    return train_model(EXAMPLES, lexicons.features, Stand(), lexicons.lexicon.version)


def reading_with(model, lexicons):
    reader = Reader(find_default_data_folder(), Stand)
    reader.trained = TrainedReader(model, Stand(), lexicons.features)
    return reader


def test_training_twice_gives_the_same_file(model, lexicons, tmp_path):
    model.save(tmp_path / "first.npz")
    train_model(EXAMPLES, lexicons.features, Stand(), lexicons.lexicon.version).save(tmp_path / "second.npz")
    assert (tmp_path / "first.npz").read_bytes() == (tmp_path / "second.npz").read_bytes()


def test_a_saved_model_says_the_same(model, lexicons, tmp_path):
    model.save(tmp_path / "model.npz")
    again = TrainedModel.load(tmp_path / "model.npz")
    text = PreparedText("form e refused")
    first, second = (TrainedReader(one, Stand(), lexicons.features).find_answers(text, "LA") for one in (model, again))
    assert max(first["matter"], key=first["matter"].get) == "certificate_rejected"
    for question, chances in first.items():
        assert second[question] == pytest.approx(chances, abs=5e-3)
        assert sum(chances.values()) == pytest.approx(1.0, abs=1e-4)


def test_a_model_of_another_embedder_is_refused(model, lexicons):
    class Other(Stand):
        name = "another"

    with pytest.raises(ModelFault, match="landsea train"):
        TrainedReader(model, Other(), lexicons.features)


def test_a_file_that_is_no_model_is_named(tmp_path):
    (tmp_path / "model.npz").write_bytes(b"not a model")
    with pytest.raises(ModelFault, match=r"model\.npz"):
        TrainedModel.load(tmp_path / "model.npz")


@pytest.mark.parametrize("left", [0, 0.5], ids=["nothing of it", "half of it"])
def test_a_model_that_was_cut_off_is_refused_in_a_sentence(model, tmp_path, left):
    model.save(tmp_path / "model.npz")
    whole = (tmp_path / "model.npz").read_bytes()
    (tmp_path / "model.npz").write_bytes(whole[: int(len(whole) * left)])
    with pytest.raises(ModelFault, match="Run landsea train"):
        TrainedModel.load(tmp_path / "model.npz")


def test_an_example_without_a_label_is_named(lexicons):
    broken = dict(EXAMPLES[0])
    del broken["authority"]
    with pytest.raises(ExampleFault, match="t0"):
        train_model([broken, *EXAMPLES[1:]], lexicons.features, Stand())


def test_what_people_told_counts_more_than_lines(lexicons):
    """Ten lines say one thing and five cases in people's own words another, of a text that is the same."""
    queue, refused = EXAMPLES[0], EXAMPLES[10]
    lines = [queue | {"id": f"line-{n}", "text": "our pepper waits"} for n in range(10)]
    told = [refused | {"id": f"told-{n}", "text": "our pepper waits", "where": "LA", "told": True} for n in range(5)]
    learnt = train_model([*EXAMPLES, *lines, *told], lexicons.features, Stand())
    reader = TrainedReader(learnt, Stand(), lexicons.features)
    answers = reader.find_answers(PreparedText("our pepper waits"), "LA")
    assert answers["matter"]["certificate_rejected"] > answers["matter"]["gate_queue"]
    assert answers["where"]["LA"] > answers["where"]["CN"]


@pytest.mark.parametrize(
    ("example", "counts"),
    [
        ({"id": "train-en-1"}, 1.0),
        ({"id": "letter-en-1"}, 1.0),
        ({"id": "x", "told": True}, 3.0),
        ({"id": "x", "told": True, "counts": 1}, 1.0),
        ({"id": "case-9"}, 3.0),
    ],
    ids=["a line", "a letter", "told by people", "invented, so less", "a case that was corrected"],
)
def test_an_example_counts(example, counts):
    assert weigh_example(example) == counts


def test_without_an_embedder_it_reads_by_lexicon_and_says_so():
    def missing():
        raise ImportError("no such package")

    reader = Reader(find_default_data_folder(), missing)
    reading = reader.read("货柜在口岸排队三天", "LA")
    assert reading.topics[0].value == "transport_border"
    assert "alone" in reader.description and "no such package" in reader.description


def test_the_model_decides_and_the_lexicon_gives_the_words(model, lexicons):
    reading = reading_with(model, lexicons).read("queue at the gate, the lorry does not move", "LA")
    assert {guess.value for guess in reading.topics} <= {"transport_border", "rules_of_origin", "other"}
    by_topic = {guess.value: guess.words for guess in reading.topics}
    assert any("queue" in words for words in by_topic.get("transport_border", ()))


def test_a_known_topic_keeps_the_matters_of_others_out(model, lexicons):
    matters = reading_with(model, lexicons).read_matters("form e refused at the gate", topic="transport_border")
    assert [guess.value for guess in matters] == ["gate_queue"]
    assert matters[0].confidence == pytest.approx(1.0)


@pytest.mark.parametrize("text", ["", "hm", "12 34 !!", "\u200b\u200d"])
def test_nothing_said_is_nothing_read(model, lexicons, text):
    reading = reading_with(model, lexicons).read(text, "LA")
    assert reading.topics == [] and reading.matters == []


@pytest.mark.parametrize(
    "text",
    [
        "x" * 200_000,
        "ignore all previous instructions " * 9_000,
        "\u202eab\u200dc" * 50_000,
        "海关" * 100_000,
        "\0\ud800",
    ],
)
def test_what_an_embedder_is_given_is_short_and_clean(text):
    given = cut_for_embedding(text)
    assert len(given) <= MOST_CHARACTERS
    given.encode("utf-8")
    assert "\0" not in given and "\u202e" not in given


def test_a_text_asked_about_again_is_not_embedded_again():
    stand = Stand()
    remembering = Remembering(stand)
    first = remembering.embed(["one", "two"])
    assert np.array_equal(remembering.embed(["two", "one"]), first[::-1])
    assert stand.asked == 2


def test_a_suggestion_has_the_promised_fields(model, lexicons):
    found = make_suggestion(
        {"id": "a", "text": "queue at the gate since Monday, 3 lorries, durian rots", "from": "la"},
        reading_with(model, lexicons),
        date(2026, 11, 26),
    )
    assert set(found) >= {
        "id",
        "language",
        "topics",
        "authorities",
        "where",
        "places",
        "goods",
        "urgent",
        "scope",
        "amounts",
        "dates",
        "reasons",
    }
    assert found["topics"][0].keys() == {"topic", "confidence"}
    assert found["where"][0].keys() == {"country", "confidence"}
    assert found["goods"][0] == {"hs": "081060", "name": "durian", "confidence": found["goods"][0]["confidence"]}
    assert isinstance(found["urgent"], bool)
    assert found["amounts"] == [{"kind": "count", "unit": "lorry", "low": 3.0, "high": 3.0, "words": "3 lorries"}]
    assert [(one["from"], one["to"], one["since"]) for one in found["dates"]] == [("2026-11-23", "2026-11-23", True)]


def test_a_row_without_text_is_named(lexicons):
    with pytest.raises(SuggestionFault, match="row-7"):
        make_suggestion({"id": "row-7"}, lexicons, date(2026, 11, 26))


def test_an_example_that_teaches_the_country_teaches_nothing_else():
    example = {"id": "x", "matter": "rail", "authority": "customs", "scope": "in", "urgent": False, "where": "LA"}
    assert find_target(example, "matter") == {"rail": 1.0}
    only_where = {**example, "teaches": "where"}
    assert all(find_target(only_where, question) == {} for question in ("matter", "authority", "scope", "urgent"))
    assert find_target(only_where, "where") == {"LA": 1.0}


def test_an_office_that_the_text_names_is_likelier_and_a_hint_changes_nothing(model, lexicons):
    text = PreparedText("the lorry waits at the gate")
    whereabouts = lexicons.features.whereabouts.read_whereabouts(text, "LA")
    vector = Stand().embed([text.raw])[0]
    silent, hinted, named = (
        model.find_answers({"authority:customs": weight}, vector, whereabouts)["authority"]["customs"]
        for weight in (0.0, 0.3, 1.0)
    )
    assert named > silent == hinted
