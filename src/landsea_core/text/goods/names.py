"""What the goods of a code are called in a language, for pages that show codes. Reads no text.

Names come from the same rows that goods are read with: the glossary of the corridor first, then the lexicons.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from landsea_core.text.letters.folding import fold_spelling
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.traditional import write_in_script

_MOST = 3
_ENGLISH = "en"
MORE = "…"
"""Stands last where a code has more names than are given."""


class GoodsNames:
    """Names of goods by six-digit code; `rows` are rows of goods.jsonl. Families of goods ("fruit") name no code."""

    def __init__(self, lexicon: Lexicon, rows: Iterable[dict[str, Any]]):
        self._goods: dict[str, dict[str, dict[str, str]]] = {}
        self._called: dict[tuple[str, str], str] = {}
        for row in sorted(rows, key=lambda row: row["id"]):
            if not row.get("broad"):
                self._add_names(row["hs6"], row["names"][_ENGLISH][0], row["names"])
        for row in sorted(lexicon.list_rows("good"), key=lambda row: (row["name"], row["lang"], row["terms"])):
            if not row.get("broad") and row["terms"]:
                self._add_names(row["value"], row["name"], {row["lang"]: [term for term, _ in row["terms"]]})

    def _add_names(self, hs6: str, english: str, names: Mapping[str, Sequence[str]]) -> None:
        kept = self._goods.setdefault(hs6, {}).setdefault(english, {_ENGLISH: english})
        for lang, said in names.items():
            kept.setdefault(lang, said[0])
            for name in said:
                self._called.setdefault((hs6, fold_spelling(name)), english)

    def find_names(self, hs: str, language: str) -> str:
        """The names of the goods that we know under a code, at most three and a sign that we know more, also where they have
        no name in the language; empty where we know none. `language` is a code of a page ("zh-hans"); English names stand only
        where no goods of the code have one in it.
        """
        lang = language.split("-", maxsplit=1)[0]
        goods = self._goods.get(hs, {}).values()
        said = [names[lang] for names in goods if lang in names] or [names[_ENGLISH] for names in goods]
        named = list(dict.fromkeys(write_in_script(name, language) for name in said))
        kinds = {names.get(lang, names[_ENGLISH]) for names in goods}
        return ", ".join(named[:_MOST] + [MORE] * (len(kinds) > _MOST))

    def find_names_under(self, heading: str, language: str) -> str:
        """The names of goods that we know under a heading of four digits, one of each code, at most three and a sign that there
        are more; only such as have a name in the language.

        Example: 0810 holds durian, longan and dragon fruit, among others.
        """
        lang = language.split("-", maxsplit=1)[0]
        of_codes = [goods for hs, goods in self._goods.items() if hs.startswith(heading)]
        said = [next((names[lang] for names in goods.values() if lang in names), "") for goods in of_codes]
        names = [write_in_script(name, language) for name in dict.fromkeys(said) if name]
        return ", ".join(names[:_MOST] + [MORE] * (len(names) > _MOST))

    def find_name_of(self, hs: str, words: str, language: str) -> str:
        """The name, in a language, of the goods that somebody called by these words in any language; where no goods of the
        code are called so, all their names as `find_names` gives them.

        Example: 071410 holds fresh and dried cassava. For "ມັນຕົ້ນແຫ້ງ" a reader of English gets "dried cassava chips".
        """
        english = self.find_known_name(hs, words)
        if not english:
            return self.find_names(hs, language)
        return write_in_script(self._goods[hs][english].get(language.split("-", maxsplit=1)[0], english), language)

    def find_known_name(self, hs: str, words: str) -> str:
        """Our own English name of the goods that somebody called by these words; empty where no goods of the code are called
        so.
        """
        return self._called.get((hs, fold_spelling(words)), "")
