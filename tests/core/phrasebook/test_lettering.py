"""Wordings as runs of letters: each is held once, in however many sets of asks it stands."""

from landsea_core.phrasebook import read_phrasebook
from landsea_core.phrasebook.lettering import LetterRuns
from landsea_core.text.data_files import find_default_data_folder


def test_sets_of_asks_share_the_runs_of_a_wording():
    asks = list(read_phrasebook(find_default_data_folder() / "reference").asks.values())[:3]
    alone, together = LetterRuns.make(asks[:1]), LetterRuns.make(asks)
    assert all(one is other for one, other in zip(alone.runs, together.runs, strict=False))
    assert alone.weights.keys() < together.weights.keys()
