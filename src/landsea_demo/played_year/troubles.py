"""Reads what the played year is made of (`data/demo`): kinds of trouble with what filers wrote, what desks answered and how it
ended, in ten languages; short sayings; names of invented firms. Nothing is chosen here.
"""

import json
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from landsea_paths import find_checkout_folder

COUNTRY_OF = {
    "zh": "CN",
    "vi": "VN",
    "lo": "LA",
    "th": "TH",
    "km": "KH",
    "my": "MM",
    "id": "ID",
    "ms": "MY",
    "fil": "PH",
}
"""Where somebody who writes a language files from; English is written in several countries."""
LANGUAGES = (*COUNTRY_OF, "en")
DESK_LANGUAGE = {"CN": "zh", "VN": "vi", "LA": "lo", "TH": "th", "KH": "km", "MM": "my", "MY": "ms", "SG": "en"}
"""In which language the offices of a country write."""
OUTCOMES = ("fixed", "workaround", "explained_no_change", "not_a_barrier", "handed_on")


@dataclass(frozen=True)
class Goods:
    """Goods with their HS code and an everyday name by language."""

    hs: str
    names: dict[str, str]


@dataclass(frozen=True)
class Course:
    """One way in which such a trouble goes: what the desk answers, and its words by outcome (for `handed_on` the place)."""

    says: str
    ends: dict[str, str]


@dataclass(frozen=True)
class Trouble:
    """A kind of trouble: what it is about, where, whose goods, what filers wrote by language, and how it goes. `place` is
    empty where it is somewhere in the country; `english_from` is where those who wrote English file from.
    """

    key: str
    topic: str
    matter: str
    place: str
    country: str
    urgent: bool
    english_from: str
    goods: tuple[Goods, ...]
    tellings: dict[str, tuple[str, ...]]
    courses: tuple[Course, ...]

    @property
    def desk_language(self) -> str:
        """The language in which the desks of its country write."""
        return DESK_LANGUAGE[self.country]


@cache
def read_troubles() -> dict[str, Trouble]:
    """Return all kinds of trouble by key. Raises KeyError for goods that the reference does not have."""
    found = {}
    for path in sorted((_folder() / "troubles").glob("*.toml")):
        for key, row in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found[key] = _trouble_of(key, row)
    return found


@cache
def read_sayings() -> dict[str, dict[str, list[str]]]:
    """Return short sayings: kind to language to sentences with words in braces."""
    return tomllib.loads((_folder() / "sayings.toml").read_text(encoding="utf-8"))


@cache
def read_firms() -> dict[str, list[str]]:
    """Return the names of invented firms by country."""
    return tomllib.loads((_folder() / "firms.toml").read_text(encoding="utf-8"))


@cache
def read_board() -> dict[str, dict[str, Any]]:
    """Return what stands on the exchange board: `offers` by English title and language of the pages, `asking` by language."""
    return tomllib.loads((_folder() / "board.toml").read_text(encoding="utf-8"))


@cache
def read_titles() -> dict[str, dict[str, str]]:
    """Return titles and advice of barriers and dialogues in further languages, by their English words."""
    return tomllib.loads((_folder() / "titles.toml").read_text(encoding="utf-8"))


@cache
def read_answers_to_problems() -> dict[str, dict[str, str]]:
    """Return what desks say to the demonstration's first problems, by number: `language`, `words`, and `end` where it ended."""
    return tomllib.loads((_folder() / "answers_to_problems.toml").read_text(encoding="utf-8"))


def _trouble_of(key: str, row: dict[str, Any]) -> Trouble:
    goods = _goods()
    return Trouble(
        key=key,
        topic=row["topic"],
        matter=row["matter"],
        place=row.get("place", ""),
        country=row["country"],
        urgent=row.get("urgent", False),
        english_from=row.get("english_from", "SG"),
        goods=tuple(goods[one] for one in row["goods"]),
        tellings={language: tuple(row[language]) for language in LANGUAGES if language in row},
        courses=tuple(
            Course(one["says"], {outcome: one[outcome] for outcome in OUTCOMES if outcome in one})
            for one in row["course"]
        ),
    )


@cache
def _goods() -> dict[str, Goods]:
    lines = (Path(settings.REFERENCE) / "goods.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return {row["id"]: Goods(row["hs6"], {code: names[0] for code, names in row["names"].items()}) for row in rows}


def _folder() -> Path:
    return find_checkout_folder() / "data" / "demo"
