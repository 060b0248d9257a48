"""Lines of business named in a text: agriculture, logistics, green technology. They are no goods and have no HS code.

The words are the lexicon's kind "sector". A word of weight 1.0 names its sector wherever it stands, and hides the goods in it
(công nghệ xanh, green technology, holds nghệ, turmeric). A word of less ("machinery") also means goods: it names its sector
only where nothing else is said.
"""

from landsea_core.text.evidence import keep_longest
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon import Lexicon

ANYWHERE = 1.0


class SectorReader:
    """Reads sectors with one lexicon."""

    def __init__(self, lexicon: Lexicon):
        self._words = lexicon.get_index("sector")

    def read_sectors(self, text: PreparedText, speaks_of_business: bool = False) -> list[str]:
        """Sectors in the order in which they are named, each once. In a text that `speaks_of_business` (what is offered to
        firms) words that also mean goods are taken for the sector.

        Example: "cold chain for agriculture" gives cold_chain and agriculture, "machinery" alone machinery, "machinery for
        rice" none.
        """
        hits = keep_longest(self._words.find(text, frozenset()))
        named = [
            hit
            for hit in hits
            if speaks_of_business or hit.payload.weight >= ANYWHERE or self._is_all(hit.start, hit.end, text)
        ]
        return list(dict.fromkeys(hit.payload.value for hit in sorted(named, key=lambda hit: hit.start)))

    def is_only_a_sector(self, text: PreparedText) -> bool:
        """Whether a text says nothing but the name of one sector."""
        return any(self._is_all(hit.start, hit.end, text) for hit in self._words.find(text, frozenset()))

    @staticmethod
    def _is_all(start: int, end: int, text: PreparedText) -> bool:
        around = text.folded[:start] + text.folded[end:]
        return not any(map(str.isalnum, around))
