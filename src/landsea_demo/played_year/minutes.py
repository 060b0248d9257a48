"""What is written down at the meetings of the played year (`data/demo/minutes.toml`): in the language of the chair who writes,
with translations beside by people of the desks that read other languages.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from landsea.base.actors import Actor
from landsea.translating.actions.offer import offer_translation
from landsea_paths import find_checkout_folder


@dataclass(frozen=True)
class Minuted:
    """What one meeting writes down: what was heard, and of each promise what it says and what will be seen by it, by language;
    `kept` is what a promise's owner says in the end. All in `language` first.
    """

    language: str
    heard: Mapping[str, str]
    promises: Mapping[str, Mapping[str, tuple[str, str]]]
    kept: Mapping[str, str]

    def promise(self, what: str) -> tuple[str, str]:
        """Return a promise, by its English words, and what will be seen by it, as the chair writes them."""
        return self.promises[what][self.language]

    def decisions(self, what: str) -> dict[str, str]:
        """Return the line of minutes that decides a promise, by language."""
        return {
            language: read_decided()[language].format(what=words[0]) for language, words in self.promises[what].items()
        }


@cache
def read_minutes() -> dict[str, Minuted]:
    """Return what is written down, by the meeting's English title."""
    found = {}
    for title, row in _read().items():
        if title == "decided":
            continue
        promises = {
            what: {language: (said[0], said[1]) for language, said in one["words"].items()}
            for what, one in row["promises"].items()
        }
        kept = {what: one["kept"] for what, one in row["promises"].items() if "kept" in one}
        found[title] = Minuted(row["language"], row["heard"], promises, kept)
    return found


@cache
def read_decided() -> dict[str, str]:
    """Return how a decision is written, by language."""
    return _read()["decided"]


@cache
def _read() -> dict:
    return tomllib.loads((find_checkout_folder() / "data" / "demo" / "minutes.toml").read_text(encoding="utf-8"))


def translate_beside(actor: Actor, kind: str, key: int, words: Mapping[str, str], language: str, now: datetime) -> None:
    """Offer what a text says in each language but its own."""
    for other, said in words.items():
        if other != language:
            offer_translation(actor, kind, str(key), language=other, text=said, now=now)
