"""What a desk will ask for, by matter, and which of it a text already speaks of: help for whoever is writing.

The list is the lexicon's kind "paper" (code, matters, names in languages), the words that show a paper is mentioned its kind
"paper_word". Nothing here is required of anybody: a case may be filed without any of it.
"""

from dataclasses import dataclass

from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.traditional import write_in_script


@dataclass(frozen=True)
class Paper:
    """One thing a desk will ask for. `names` maps languages to its name; `words` are those of the text that speak of it."""

    code: str
    names: dict[str, str]
    words: tuple[str, ...] = ()

    @property
    def mentioned(self) -> bool:
        """Whether the text speaks of it."""
        return bool(self.words)

    def find_name(self, language: str) -> str:
        """The name in a language (zh-hans or zh), else in English."""
        said = self.names.get(language) or self.names.get(language.split("-", maxsplit=1)[0]) or self.names["en"]
        return write_in_script(said, language)


class PaperReader:
    """Makes the list for a matter and ticks what a text has."""

    def __init__(self, lexicon: Lexicon):
        self._rows = lexicon.list_rows("paper")
        self._words = lexicon.get_index("paper_word")

    def make_checklist(self, text: PreparedText, matter: str) -> list[Paper]:
        """Return what is asked for in a matter, in the order of the lexicon; empty for a matter that it does not know."""
        said: dict[str, list[str]] = {}
        for hit in self._words.find(text):
            said.setdefault(hit.payload.value, []).append(hit.words)
        return [
            Paper(row["value"], row["names"], tuple(dict.fromkeys(said.get(row["value"], ()))))
            for row in self._rows
            if matter in row["matters"]
        ]
