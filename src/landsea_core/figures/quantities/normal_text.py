"""The spelling in which statements are read."""

import re
import unicodedata
from functools import cache

from landsea_core.figures.quantities.default_words import default_figure_words
from landsea_core.text.letters.other_spellings import simplify_han

_WIDE_SPACE = re.compile(r"\s{2,}")


def normalize_statement(text: str) -> str:
    """Return the text in the spelling that is read here: NFKC, simplified characters, one kind of minus and of arrow.

    Where many spaces stood there is one (a line's end where one was among them): wide gaps cost the search much and mean
    nothing. "between 3 and 5 days" becomes "3 to 5 days".
    """
    text = simplify_han(unicodedata.normalize("NFKC", text).replace("→", "->").replace("−", "-"))
    text = _WIDE_SPACE.sub(lambda gap: "\n" if "\n" in gap.group() else " ", text)
    return _between().sub(r"\1 to \2", text)


@cache
def _between() -> re.Pattern[str]:
    number = r"(\d+(?:\.\d+)?)"
    return re.compile(
        rf"\bbetween {number} and {number}(?=\s*(?:{default_figure_words().any_between_unit}))", re.IGNORECASE
    )
