"""Finding things by words in ten languages: what was typed is read into units, and an index of words answers them.

A **unit** is what one word or name of the question asks for, with everything that means the same in other languages. A **text**
is one thing that can be found. Pure: what is in an index and when it is made again is its owner's affair.
"""

from landsea_core.finding.questions import Question, Unit, read_question
from landsea_core.finding.same_words import SameWords, read_default_little_words, read_default_same_words
from landsea_core.finding.whole_words import FEW_FOUND, holds_all_words
from landsea_core.finding.word_index import Found, Text, WordIndex

__all__ = [
    "FEW_FOUND",
    "Found",
    "Question",
    "SameWords",
    "Text",
    "Unit",
    "WordIndex",
    "holds_all_words",
    "read_default_little_words",
    "read_default_same_words",
    "read_question",
]
