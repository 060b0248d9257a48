"""Which kind of office a text names or means.

The lexicon's kind "authority" holds what people call them ("hải quan", "TISI", "海关"); a row with a `country` names an office
of that country only, and so tells where the problem is as well. Kind "authority_prior" says which kind of office usually
answers for a matter; the directory, not this module, decides on the desk.
"""

from landsea_core.text.evidence import (
    Evidence,
    Guess,
    keep_longest,
    make_guesses,
    weigh_hits,
)
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.lexicon.phrase_index import Hit


class AuthorityReader:
    """Reads kinds of office (codes as in the directory, "none" for what no office takes)."""

    def __init__(self, lexicon: Lexicon):
        self._names = lexicon.get_index("authority")
        self._priors: dict[str, list[tuple[str, float]]] = {}
        for row in lexicon.list_rows("authority_prior"):
            for matter in row["matters"]:
                self._priors.setdefault(matter, []).append((row["value"], float(row["weight"])))

    def read_authorities(self, text: PreparedText, matter: str = "") -> list[Guess]:
        """Kinds of office, best first, from the names in the text and, when `matter` is given, from what it usually needs."""
        found = self.weigh_names(text)
        for value, weight in self._priors.get(matter, ()):
            found.setdefault(value, Evidence()).add(weight)
        return make_guesses(found)

    def weigh_names(self, text: PreparedText) -> dict[str, Evidence]:
        """What speaks for each kind of office by its names alone; naming one twice says no more than naming it."""
        found = weigh_hits(self._names.find(text))
        for evidence in found.values():
            evidence.weight = min(evidence.weight, 1.0)
        return found

    def find_offices_of_countries(self, text: PreparedText) -> list[Hit]:
        """The names of offices that only one country has, where they stand; the payloads are lexicon entries."""
        return [hit for hit in keep_longest(self._names.find(text)) if hit.payload.country]
