"""The lexicon of statements: the kinds of rows that English and Chinese statements are read with, and no more.

It is read from the files of this checkout when it is first needed, once in a process: whoever checks a statement does not
wait for the words of goods and matters.
"""

from functools import cache

from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.units.in_statement import StatementUnits

STATEMENT_KINDS = frozenset(
    {
        "number",
        "number_times",
        "statement_times",
        "unit",
        "unit_size",
        "statement_unit",
        "when",
        "period_order",
        "period_half",
        "period_join",
        "period_part",
        "period_whole",
        "period_earlier",
        "not_a_year",
        "not_a_day",
        "buddhist_year",
        "bound",
        "fraction",
        "figure_word",
        "figure_cue",
        "figure_rate",
        "figure_pair",
        "figure_multiple",
        "figure_rank",
        "figure_count_together",
        "figure_relation",
        "relation_words",
        "typed_relation",
        "sense_cue",
        "sense_anniversary",
        "sense_frequency",
        "sense_opposite",
        "sense_order",
        "sense_weekday",
        "fact_cue",
        "fact_pair",
        "transport_mode",
        "economic_region",
        "statement_gloss",
        "statement_language",
        "statement_subject",
        "claim_word",
    }
)


@cache
def read_statement_lexicon() -> Lexicon:
    """Return the lexicon of these kinds."""
    return Lexicon.load(find_default_data_folder() / "lexicon", kinds=STATEMENT_KINDS)


@cache
def read_statement_units() -> StatementUnits:
    """Return the units of statements."""
    return StatementUnits(read_statement_lexicon())
