"""The card of a border post: the asks of the book by their codes, in the languages of its two sides, to be printed and hung up.

Who stands at a counter without a common language points at a line; the other side reads it in the second column. By the same
codes an ask is sent by mail and by programs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from landsea.phrases.book import LANGUAGES, get_phrasebook
from landsea_core.phrasebook.filling import fill_slots, find_slots
from landsea_core.phrasebook.phrases import Says
from landsea_core.phrasebook.saying import find_wording
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.languages import COUNTRY_OF
from landsea_core.text.lexicon import Lexicon
from landsea_core.translations import name_key

BLANK = "________"
AT_A_POST = frozenset({"any", "desk", "customs", "quarantine", "gate", "immigration", "railway", "office"})
"""Who stands at a border post, as the book calls them; what is asked of ministries, banks or schools is on no card."""


@dataclass(frozen=True)
class CardLine:
    """An ask on a card: its code, its topic (empty: it fits all), and its sentence in both languages with blanks for what is to
    be filled in.
    """

    code: str
    topic: str
    first: str
    second: str


def list_languages_of_post(code: str, country: str) -> tuple[str, str]:
    """Return the languages of a post's own side and of the side that it faces ("zh-hans", "lo"), else English."""
    return _language_of(country), _language_of(_other_sides().get(code, ""))


def list_lines_of_card(first: str, second: str) -> dict[str, Sequence[CardLine]]:
    """Return the asks that fit a post, with both wordings: those of offices to whoever files ("office"), and back ("filer")."""
    found: dict[str, list[CardLine]] = {"office": [], "filer": []}
    for ask in sorted(get_phrasebook().asks.values(), key=lambda ask: ask.code):
        line = CardLine(ask.code, ask.topic, _blanked(ask.says, first), _blanked(ask.says, second))
        if ask.asker in AT_A_POST and ask.answerer in ("filer", "any"):
            found["office"].append(line)
        elif ask.asker in ("filer", "any") and ask.answerer in AT_A_POST:
            found["filer"].append(line)
    return dict(found)


def group_by_topic(lines: Sequence[CardLine]) -> list[tuple[str, list[CardLine]]]:
    """Return the lines of a side under their topics: what fits all first, then the topics with most lines."""
    topics: dict[str, list[CardLine]] = {}
    for line in lines:
        topics.setdefault(line.topic, []).append(line)
    return sorted(topics.items(), key=lambda group: (group[0] != "", -len(group[1]), group[0]))


def _blanked(says: Says, language: str) -> str:
    words, _language = find_wording(says, language)
    return fill_slots(words, dict.fromkeys(find_slots(words), BLANK))


def _language_of(country: str) -> str:
    key = next((language for language, home in COUNTRY_OF.items() if home == country), "en")
    return next((code for code in LANGUAGES if name_key(code) == key), "en")


@cache
def _other_sides() -> dict[str, str]:
    """Return the country that each post faces."""
    rows = Lexicon.load(find_default_data_folder() / "lexicon", kinds={"other_side"}).list_rows("other_side")
    return {place: row["value"] for row in rows for place in row["places"]}
