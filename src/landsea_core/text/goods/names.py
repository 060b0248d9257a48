"""What the goods of a code are called in a language, for pages that show codes. Reads no text.

Names come from the same rows that goods are read with: the glossary of the corridor first, then the lexicons.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from landsea_core.text.lexicon import Lexicon

_MOST = 3
_ENGLISH = "en"
_MORE = "…"


class GoodsNames:
    """Names of goods by six-digit code; `rows` are rows of goods.jsonl. Families of goods ("fruit") name no code."""

    def __init__(self, lexicon: Lexicon, rows: Iterable[dict[str, Any]]):
        self._goods: dict[str, dict[str, dict[str, str]]] = {}
        for row in sorted(rows, key=lambda row: row["id"]):
            if not row.get("broad"):
                self._add_names(
                    row["hs6"], row["names"][_ENGLISH][0], {lang: names[0] for lang, names in row["names"].items()}
                )
        for row in sorted(lexicon.list_rows("good"), key=lambda row: (row["name"], row["lang"], row["terms"])):
            if not row.get("broad") and row["terms"]:
                self._add_names(row["value"], row["name"], {row["lang"]: row["terms"][0][0]})

    def _add_names(self, hs6: str, english: str, names: Mapping[str, str]) -> None:
        kept = self._goods.setdefault(hs6, {}).setdefault(english, {_ENGLISH: english})
        for lang, name in names.items():
            kept.setdefault(lang, name)

    def find_names(self, hs: str, language: str) -> str:
        """The names of the goods that we know under a code, at most three and a sign that there are more; empty where we know
        none. `language` is a code of a page ("zh-hans"); what has no name in it is called by the English one.
        """
        lang = language.split("-", maxsplit=1)[0]
        goods = self._goods.get(hs, {})
        names = list(dict.fromkeys(names.get(lang, names[_ENGLISH]) for names in goods.values()))
        return ", ".join(names[:_MOST] + [_MORE] * (len(names) > _MOST))
