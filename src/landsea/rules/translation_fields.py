"""What an editor writes of a rule in the other languages: fields beside the English ones, one line for each English line.

A field that is left empty, and a part of a line that is, stays English until somebody writes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from landsea.rules.draft_mapping import split_line, write_line
from landsea.rules.rule_translations import read_wordings
from landsea_core.rules import Measure
from landsea_core.rules.wording import list_words_of_measure
from landsea_core.text.traditional import DERIVED
from landsea_core.translations import find_lost_numbers

LANGUAGES = {code: name for code, name in settings.LANGUAGES if code != "en" and code not in DERIVED}
FIELDS = ("title", "authority", "requires")
Words = dict[str, dict[str, str]]
"""Sentences by language and by the English that they say."""


@dataclass(frozen=True)
class Fault:
    """What is wrong with a field, as a sentence for its editor."""

    field: str
    sentence: str


def name_field(field: str, language: str) -> str:
    """Return the name of a field in another language."""
    return f"{field}_{language.replace('-', '_')}"


def make_initial_words(rule: Measure) -> dict[str, str]:
    """Return what the fields show of a measure: what stands in each language now."""
    found = {}
    for language in LANGUAGES:

        def said(english: str, language: str = language) -> str:
            return read_wordings().find(english, language) or ""

        found[name_field("title", language)] = said(rule.title)
        found[name_field("authority", language)] = said(rule.authority)
        lines = [write_line([said(part) for part in split_line(one)]) for one in rule.requirements]
        found[name_field("requires", language)] = "\n".join(lines).rstrip("\n")
    return found


def read_words_typed(typed: Mapping[str, str], rule: Measure) -> tuple[Words, list[Fault]]:
    """Return what the cleaned form says in each language where that is new, and what is wrong with it. `rule` is its
    English.
    """
    words: Words = {}
    faults = []
    for language in LANGUAGES:
        for field in FIELDS:
            name = name_field(field, language)
            for english, said in _paired_lines(field, typed.get(name, ""), rule):
                if english is None:
                    faults.append(
                        Fault(name, _("There are more lines or parts here than in English. Write one for each."))
                    )
                elif lost := find_lost_numbers(english, said):
                    sentence = _(
                        "Of “%(english)s” is missing here: %(numbers)s. Write every number as it is in English."
                    )
                    faults.append(Fault(name, sentence % {"english": english, "numbers": ", ".join(lost)}))
                elif said != read_wordings().find(english, language):
                    words.setdefault(language, {})[english] = said
    return words, faults


def _paired_lines(field: str, text: str, rule: Measure) -> list[tuple[str | None, str]]:
    """English and what is said for it; None where there is no such English."""
    if field != "requires":
        return [(getattr(rule, field), text.strip())] if text.strip() else []
    found = []
    for number, line in enumerate(text.rstrip().splitlines()):
        english = split_line(rule.requirements[number]) if number < len(rule.requirements) else ()
        for place, said in enumerate(part.strip() for part in line.split("|")):
            if said:
                found.append((english[place] if place < len(english) and english[place] else None, said))
    return found


def list_shown_words(rule: Measure, new: Words) -> list[tuple[str, str, list[tuple[str, str, bool]]]]:
    """For each language: its code, its name, and each English wording of a rule with what is said for it ("": nothing, so
    English is shown) and whether this version brings that.
    """
    return [
        (
            language,
            name,
            [_shown_line(english, language, new.get(language, {})) for english in list_words_of_measure(rule)],
        )
        for language, name in LANGUAGES.items()
    ]


def _shown_line(english: str, language: str, new: Mapping[str, str]) -> tuple[str, str, bool]:
    return english, new.get(english) or read_wordings().find(english, language) or "", english in new


def name_languages(words: Words) -> str:
    """Return the languages that a version brings words in, each in its own."""
    return ", ".join(name for code, name in LANGUAGES.items() if words.get(code))
