"""Shows what was understood as chips that are changed where they stand. Without script each chip leads to its field."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from landsea.base.ui.shapes import Chip
from landsea.cases.understanding.chip_kinds import (
    ReadChip,
    make_country_chip,
    make_day_chip,
    make_goods_chip,
    make_language_chip,
    make_subject_chip,
    make_urgency_chip,
    place_chip,
)
from landsea.cases.understanding.meaning import Understood
from landsea.cases.understanding.suggestions import Suggested
from landsea_core.text.quality.corrections import (
    GOODS,
    LANGUAGE,
)

EITHER = 0.5
"""Goods of another heading that are at least so likely as the first, by the same words, are asked about."""


def make_chips(text: str, understood: Understood, found: Suggested, language: str) -> list[ReadChip]:
    """Return the chips of a filing, for a reader of `language`."""
    makers = (
        make_subject_chip,
        place_chip,
        make_country_chip,
        make_goods_chip,
        make_day_chip,
        make_urgency_chip,
        make_language_chip,
    )
    return [chip for maker in makers if (chip := maker(text, understood, found, language))]


def make_plain_chips(chips: Iterable[ReadChip]) -> list[Chip]:
    """Return chips for a page without choices: each leads to the field in which it can be changed. The language has none."""
    return [Chip(one.label, one.words, change_url=f"#id_{one.field}") for one in chips if one.kind != LANGUAGE]


def find_question(understood: Understood, found: Suggested) -> str:
    """Return a question where one word names two goods, empty otherwise."""
    guesses = found.guesses(GOODS)
    if "goods" not in understood.guessed or len(guesses) < 2:
        return ""
    first, second = guesses[:2]
    other = first.value[:4] != second.value[:4] and second.confidence >= EITHER * first.confidence
    if not other or not set(first.words) & set(second.words):
        return ""
    return _("Does “%(word)s” mean %(one)s or %(other)s? Choose it above, or write it more exactly.") % {
        "word": first.words[0],
        "one": first.detail,
        "other": second.detail,
    }
