"""Names of things in several languages: the one for a reader, and finding by name in any script.

A row keeps the folded words of all its names in `name_tokens`, in their order and with repetitions, so that joining
them gives back the folded name whatever way a dictionary cut it.
"""

from collections.abc import Sequence
from typing import Any, Protocol

from django.contrib.postgres.indexes import GinIndex
from django.db.models import BooleanField, F, Func, Value

from landsea.base.ui.demo_marks import mark_demo
from landsea_core.text.traditional import DERIVED, write_in_script


def name_in(names: dict[str, str], language: str) -> str:
    """Return the name for a reader's language: exact, then its base language, then English, then any.

    `names` maps language codes to names; `local` is the name in the thing's own language. A reader of traditional characters
    gets the Chinese name in these.
    """
    for key in (language, DERIVED.get(language, language), language.split("-", maxsplit=1)[0], "en", "local"):
        if names.get(key):
            return write_in_script(names[key], language)
    return next(iter(names.values()), "")


def find_language_of_name(names: dict[str, str], language: str) -> str:
    """Return the language of the name that `name_in` gives a reader: the reader's own where there is one, else the code of
    another ("en"); empty where it is not known.
    """
    for key in (language, language.split("-", maxsplit=1)[0]):
        if names.get(key):
            return language
    return "en" if names.get("en") else next((key for key in names if names[key] and key != "local"), "")


class Titled(Protocol):
    """A row with titles by language that says whether a demonstration invented it."""

    titles: Any
    is_demo: Any


def choose_title(row: Titled, language: str) -> str:
    """Return the title for a reader's language, with the mark of the demonstration where the row is invented."""
    return mark_demo(name_in(row.titles, language), row.is_demo, language)


def name_index(name: str) -> GinIndex:
    """Return the index that `match_tokens` uses."""
    return GinIndex(Func(F("name_tokens"), function="array_to_tsvector"), name=name)


class Matches(Func):
    """Condition: a `tsvector` holds what a `make_query` words asks for."""

    template = "%(expressions)s::tsquery"
    arg_joiner = " @@ "
    output_field = BooleanField()


def make_query(tokens: Sequence[str]) -> Value:
    """Return the question for rows that hold every token, the last one as the beginning of a word. `tokens` is not empty."""
    quoted = ["'" + token.replace("\\", "\\\\").replace("'", "''") + "'" for token in tokens]
    return Value(" & ".join(quoted) + ":*")


def match_tokens(tokens: Sequence[str]) -> Func:
    """Condition: every token is among those of the row's names, the last one as the beginning of a word."""
    return Matches(Func(F("name_tokens"), function="array_to_tsvector"), make_query(tokens))


class _Contains(Func):
    template = "strpos(array_to_string(%(expressions)s) > 0"
    arg_joiner = ", ''), "
    output_field = BooleanField()


def match_joined_tokens(text: str) -> Func:
    """Condition: the names, without the cuts between words, contain the text. For scripts written without spaces, where
    the same letters are cut differently in different company. Reads every row: ask `match_tokens` first."""
    return _Contains(F("name_tokens"), Value(text))
