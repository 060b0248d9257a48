"""Texts of the reference files in other languages: those files are written in English, `words/LANGUAGE/KIND.jsonl` says the
same otherwise.

`fields` names which texts of which file are meant, `Translations` looks them up and fills them into rows,
`find_translation_problems` tells which are missing and which translate what no file says any more. A text is looked up by its
exact English, so no translation outlives the English that it was made of.
"""

from landsea_core.translations.checking import (
    TranslationProblem,
    find_translation_faults,
    find_translation_problems,
)
from landsea_core.translations.fields import KINDS, Kind, Text, list_texts
from landsea_core.translations.lookup import Translations, fill_rows, name_key
from landsea_core.translations.reference_texts import (
    count_translations,
    find_words_path,
    list_languages,
    read_all_languages,
    read_language,
    read_lines,
)
from landsea_core.translations.splitting import put_in_order, split_rows
from landsea_core.translations.translation_files import (
    TranslationFault,
    Word,
    find_lost_numbers,
    read_words,
    write_words,
)

__all__ = [
    "KINDS",
    "Kind",
    "Text",
    "TranslationFault",
    "TranslationProblem",
    "Translations",
    "Word",
    "count_translations",
    "fill_rows",
    "find_lost_numbers",
    "find_translation_faults",
    "find_translation_problems",
    "list_languages",
    "list_texts",
    "name_key",
    "read_all_languages",
    "read_language",
    "read_lines",
    "put_in_order",
    "read_words",
    "split_rows",
    "find_words_path",
    "write_words",
]
