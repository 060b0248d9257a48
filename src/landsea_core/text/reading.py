"""The door to reading: one `Reader` over a data folder, and functions that use the one of this checkout."""

from functools import cache, cached_property
from pathlib import Path

from landsea_core.text.evidence import Guess
from landsea_core.text.lexicon import Lexicon, default_data_folder
from landsea_core.text.matters import MatterReader
from landsea_core.text.prepared import PreparedText


class Reader:
    """Everything that can be read from a text, with the lexicons of one data folder; each part loads when first asked.

    Raises FileNotFoundError when the folder has no lexicon, LexiconFault when a row in it is broken.
    """

    def __init__(self, data_folder: Path):
        self.lexicon = Lexicon.load(data_folder / "lexicon")

    @cached_property
    def matters(self) -> MatterReader:
        """The reader of topics and matters."""
        return MatterReader(self.lexicon)


@cache
def reader() -> Reader:
    """The reader over this checkout's `data` folder; loaded once a process, when first needed."""
    return Reader(default_data_folder())


def read_matters(text: str, topic: str = "", hs: str = "") -> list[Guess]:
    """Matters (codes of topics.jsonl), best first, within `topic` when given; see `MatterReader.matters`."""
    return reader().matters.matters(PreparedText(text), topic, hs)


def read_topics(text: str, hs: str = "") -> list[Guess]:
    """Topics, best first; see `MatterReader.topics`."""
    return reader().matters.topics(PreparedText(text), hs)
