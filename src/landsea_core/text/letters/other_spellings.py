"""Other spellings read as the usual one, one character for one, so that each word stands in the lexicons once.

The pairs are `data/lexicon/characters.jsonl`: traditional Chinese characters as simplified ones (億 as 亿), and letters of Thai
and Lao that sound alike ("ลำใย" as "ลำไย", "ໝາກໃໝ" as "ໝາກໄໝ").

Reading uses this, and the search of public things (`landsea_core/finding`); what is kept in the database for searching is
folded without it. Words that differ, and not only their characters (鳳梨 and 菠萝), are the lexicons' affair. A few characters
are in use on both sides (乾, 著): lexicon and text are read alike, so nothing is lost.
"""

from collections.abc import Iterable
from functools import cache

from landsea_core.text.data_files import LexiconFault, Row, find_default_data_folder, read_rows


def simplify_characters(text: str) -> str:
    """Return the text with every character in its usual spelling; as long as before, and twice is as once."""
    return text if text.isascii() else text.translate(_default_table())


def simplify_han(text: str) -> str:
    """Return the text with simplified Chinese characters, all others as they were: for what is shown to people again."""
    return text if text.isascii() else text.translate(_default_han_table())


def make_table(rows: Iterable[Row]) -> dict[int, str]:
    """Return a table for `str.translate` from rows that say for which character (`typed`) which one is read (`value`).

    Raises LexiconFault for a row whose two sides differ in length, for a character that stands twice, and for one that would
    have to be read a second time.
    """
    table: dict[str, str] = {}
    for row in rows:
        if len(row["typed"]) != len(row["value"]):
            raise LexiconFault(
                f"The characters {row['typed'][:8]}… need one character for each: typed has {len(row['typed'])}, "
                f"value {len(row['value'])}. Correct that row."
            )
        for typed, usual in zip(row["typed"], row["value"], strict=True):
            if table.setdefault(typed, usual) != usual:
                raise LexiconFault(f"The character {typed} stands twice, for {table[typed]} and {usual}. Keep one.")
    again = sorted(set(table) & set(table.values()))
    if again:
        raise LexiconFault(
            f"The characters {''.join(again)} are both read and read as others. Give their last spelling."
        )
    return {ord(typed): usual for typed, usual in table.items()}


@cache
def _default_table() -> dict[int, str]:
    return make_table(_default_rows())


@cache
def _default_han_table() -> dict[int, str]:
    return make_table(row for row in _default_rows() if row["lang"] == "zh")


def _default_rows() -> Iterable[Row]:
    return read_rows(find_default_data_folder() / "lexicon" / "characters.jsonl", kinds={"character"})
