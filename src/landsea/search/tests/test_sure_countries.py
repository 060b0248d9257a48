"""What is read and taken without a question, with the real embedder and model: nearly always right, and asked not too often.

The texts are those of `data/examples/held.fresh_fifth.jsonl`; larger counts stand in `bench/results/reading.md`.
"""

from landsea.base.jsonl import read_rows_of_file
from landsea.search.embedder import load_embedder
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.quality.sureness import count_sureness
from landsea_core.text.reader import Reader

RIGHT = {"where": 0.93, "authority": 0.85}
MOST_ASKED = 0.3


def test_what_is_taken_without_a_question_is_right_and_not_too_much_is_asked():
    rows = read_rows_of_file(str(find_default_data_folder() / "examples" / "held.fresh_fifth.jsonl"))
    reader = Reader(find_default_data_folder(), load_embedder)  # whatever other tests told the reader of this process
    for one in count_sureness(rows, reader):
        if one.field in RIGHT:
            assert one.taken_right >= RIGHT[one.field] * one.taken, one
            assert one.asked <= MOST_ASKED * (one.taken + one.asked), one
