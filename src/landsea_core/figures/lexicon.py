"""The words with which figures are read: those of the lexicons in `data/lexicon` that statements and facts need.

They are read from the files when they are first needed, once in a process.
"""

from functools import cache

from landsea_core.text.data_files import default_data_folder
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.numbers.in_statement import StatementNumbers

KINDS = frozenset(
    {
        "number",
        "figure_cue",
        "figure_rate",
        "figure_pair",
        "figure_multiple",
        "fact_cue",
        "fact_pair",
        "transport_mode",
        "economic_region",
    }
)


@cache
def figure_lexicon() -> Lexicon:
    """Return the lexicon of these kinds, from the files of this checkout."""
    return Lexicon.load(default_data_folder() / "lexicon", kinds=KINDS)


@cache
def statement_numbers() -> StatementNumbers:
    """Return the reader of numbers in statements."""
    return StatementNumbers(figure_lexicon())
