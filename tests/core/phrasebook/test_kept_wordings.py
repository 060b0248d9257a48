"""The file of wordings as vectors: as near as before it was kept, silent about others, the same bytes again."""

import numpy as np

from landsea_core.phrasebook import read_phrasebook
from landsea_core.phrasebook.kept_wordings import WORDINGS_FILE, KeptWordings, digest_wording
from landsea_core.text.data_files import find_default_data_folder


class Letters:
    """An embedder of which texts with the same letters are near."""

    name, dimensions = "letters", 26

    def embed(self, texts):
        found = np.array([[text.lower().count(chr(97 + n)) for n in range(26)] for text in texts], dtype=float)
        return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)


def test_what_is_kept_is_as_near_as_what_was_made(tmp_path):
    made = KeptWordings.learn(Letters(), ["When will it be released?", "How many lorries wait?"])
    file, again = tmp_path / WORDINGS_FILE, tmp_path / "again.npz"
    made.save(file)
    made.save(again)
    kept = KeptWordings.load(file, "letters")
    for words, vector in ((one, made.find(one)) for one in ("When will it be released?", "How many lorries wait?")):
        assert float(kept.find(words) @ vector) > 0.999
    assert kept.find("When will it be decided?") is None
    assert file.read_bytes() == again.read_bytes()


def test_without_the_file_or_of_another_embedder_nothing_is_known(tmp_path):
    assert not KeptWordings.load(tmp_path / "missing.npz", "letters").vectors
    file = tmp_path / WORDINGS_FILE
    KeptWordings.learn(Letters(), ["When?"]).save(file)
    assert not KeptWordings.load(file, "other").vectors
    file.write_bytes(b"nothing of ours")
    assert not KeptWordings.load(file, "letters").vectors


def test_the_file_of_this_house_knows_wordings_of_the_book():
    book = read_phrasebook(find_default_data_folder() / "reference")
    with np.load(find_default_data_folder() / "models" / WORDINGS_FILE, allow_pickle=False) as file:
        known = set(file["digests"].tolist())
    wordings = {words for ask in book.asks.values() for words in ask.says.values()}
    assert len({digest_wording(words) for words in wordings} & known) > len(wordings) / 2
