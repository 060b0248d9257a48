"""The language of what somebody wrote, by the language reader of `landsea_core.text` with only its small words loaded."""

from functools import cache

from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.languages import UNKNOWN, LanguageReader
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon import Lexicon

_SAMPLE = 4_000


@cache
def _reader() -> LanguageReader:
    return LanguageReader(Lexicon.load(find_default_data_folder() / "lexicon", kinds={"language_word"}))


def guess_language(text: str, *around: str) -> str:
    """Return the code of the language of a text, or, where it has too few letters, of what stands around it; else "und"."""
    for words in (text, *around) if text else ():
        if words.strip():
            guess: str = _reader().read_language(PreparedText(words[:_SAMPLE])).value
            if guess != UNKNOWN:
                return guess
    return UNKNOWN
