"""Places named in a text, in any spelling and script people use for them.

Names come from `data/reference/places.jsonl`, from the rows that count in their place in an installation (`KnownPlaces`),
and, for what people type beyond these, from the lexicon's kind "place_word". One name often stands for several places (the
road post, the railway port and the town of Mohan): all are returned; words such as "wagon" or "vessel" near by (kind
"place_cue") bring the right kind forward.
"""

import copy
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from landsea_core.text.data_files import read_rows
from landsea_core.text.evidence import Guess, keep_longest
from landsea_core.text.languages import LanguageReader
from landsea_core.text.letters.folding import fold_spelling
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.letters.scripts import is_unspaced
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.lexicon.phrase_index import Hit, PhraseIndex
from landsea_core.translations import fill_rows

# What stands around a name in the reference and is left out when people speak.
_AROUND = re.compile(
    r"\b(road border post|border post|railway station|railway port|rail terminal|rail port|international airport|dry port"
    r"|checkpoint|station|road|border|airport|port|icd|post|plbn)\b|^(cửa khẩu( quốc tế)?|cảng|ga|sân bay|thành phố)\s+"
    r"|(公路口岸|铁路口岸|国际机场|口岸|火车站|机场|港|站)$|^(ด่าน|ท่าเรือ|สถานี|ດ່ານ|ສະຖານີ|ທ່າເຮືອ)"
    r"|^(ท่าอากาศยาน|สนามบิน)(?!นานาชาติ)|^ສະໜາມບິນ(?!ສາກົນ)"
    r"|^(ច្រកព្រំដែន(ផ្លូវគោក)?|ច្រកផ្លូវដែក(អន្តរជាតិ)?|ច្រកត្រួតពិនិត្យ|កំពង់ផែ(គោក|ទឹកជ្រៅ|ស្វយ័ត)?|ស្ថានីយ(ផ្លូវដែក)?"
    r"|អាកាសយានដ្ឋាន(អន្តរជាតិ)?|(ទី)?ក្រុង)|\(.*?\)",
    re.IGNORECASE,
)
_KIND_FIRST = {
    "border_post": 1.0,
    "sea_port": 0.95,
    "city": 0.9,
    "dry_port": 0.8,
    "river_port": 0.75,
    "rail_terminal": 0.7,
}
_OTHER_KIND = 0.5
_SHORTENED = 0.9
_CUE_BONUS = 0.6
_SHORTEST_LATIN = 4
_SHORTEST_SHORTENED = 4
_SHORTEST_UNSPACED = 2


@dataclass(frozen=True, order=True)
class PlaceName:
    """One way to name one place. `weight` is below 1 where the name is shortened or only half used."""

    code: str
    country: str
    kind: str
    weight: float


@dataclass(frozen=True)
class KnownPlaces:
    """Rows of places, by code, that an installation has in place of those in the file; `version` is another whenever they
    are others, and empty when there are none.
    """

    version: str = ""
    rows: Mapping[str, dict[str, Any]] = field(default_factory=dict[str, Any], hash=False)


PLACES_OF_FILE = KnownPlaces()


def _is_usable(name: str, shortest_latin: int) -> bool:
    folded = fold_spelling(name)
    if not folded:
        return False
    return len(folded) >= (_SHORTEST_UNSPACED if is_unspaced(folded[0]) else shortest_latin)


class Gazetteer:
    """Finds places. `places` are rows of places.jsonl; without any, only what the lexicon knows of is found."""

    def __init__(self, lexicon: Lexicon, languages: LanguageReader, places: Iterable[dict[str, Any]]):
        self.languages = languages
        self._lexicon = lexicon
        self._names = self._index_names({row["code"]: row for row in places})
        self._cues = lexicon.get_index("place_cue")
        self._changed: PhraseIndex | None = None
        self._replaced: frozenset[str] = frozenset()

    @classmethod
    def load(cls, lexicon: Lexicon, languages: LanguageReader, path: Path) -> "Gazetteer":
        """Read places.jsonl with names in all languages; a file that is not there holds no places. Raises LexiconFault for a
        broken line, TranslationFault for a broken line of names.
        """
        return cls(lexicon, languages, fill_rows(path, read_rows(path)) if path.is_file() else ())

    def with_places(self, known: KnownPlaces) -> "Gazetteer":
        """Return a gazetteer that knows these rows in place of the file's; made in milliseconds, however many it knows."""
        made = copy.copy(self)
        made._changed, made._replaced = self._index_names(known.rows), frozenset(known.rows)
        return made

    def _index_names(self, rows: Mapping[str, dict[str, Any]]) -> PhraseIndex:
        return PhraseIndex(sorted(set(self._list_phrases(rows, self._lexicon))))

    @staticmethod
    def _list_phrases(rows: Mapping[str, dict[str, Any]], lexicon: Lexicon) -> Iterator[tuple[str, str, PlaceName]]:
        for row in rows.values():
            named = [(lang, name) for lang, name in row["names"].items()]
            named += [(lang, name) for lang, names in row.get("other_names", {}).items() for name in names]
            for lang, name in named:
                if _is_usable(name, _SHORTEST_LATIN):
                    yield name, lang, PlaceName(row["code"], row["country"], row["kind"], 1.0)
                short = _AROUND.sub(" ", name).strip(" ,-/")
                if short != name and _is_usable(short, _SHORTEST_SHORTENED):
                    yield short, lang, PlaceName(row["code"], row["country"], row["kind"], _SHORTENED)
        for entry in lexicon.list_entries("place_word"):
            if entry.value in rows:
                row = rows[entry.value]
                yield entry.term, entry.lang, PlaceName(row["code"], row["country"], row["kind"], entry.weight)

    def find_names(self, text: PreparedText) -> list[Hit]:
        """Every mention, longest names only; the payloads are `PlaceName`s."""
        languages = self.languages.list_languages(text)
        found = self._names.find(text, languages)
        if self._changed is not None:
            kept = [hit for hit in found if hit.payload.code not in self._replaced]
            found = sorted(kept + self._changed.find(text, languages), key=lambda hit: (hit.start, hit.start - hit.end))
        return keep_longest(found)

    def read_places(self, text: PreparedText) -> list[Guess]:
        """Places (codes), best first; `detail` is the country. Places that share the name share the confidence."""
        cues = {hit.payload.value for hit in self._cues.find(text, self.languages.list_languages(text))}
        at: dict[tuple[int, int], list[Hit]] = {}
        for hit in self.find_names(text):
            at.setdefault((hit.start, hit.end), []).append(hit)
        best: dict[str, tuple[float, Hit]] = {}
        for hits in at.values():
            strengths = [self._rate_hit(hit, cues) for hit in hits]
            total = sum(strength**2 for strength in strengths)
            for hit, strength in zip(hits, strengths, strict=True):
                confidence = min(0.95, strength) * strength**2 / total
                if confidence > best.get(hit.payload.code, (0.0, hit))[0]:
                    best[hit.payload.code] = (confidence, hit)
        ordered = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))
        return [
            Guess(code, round(confidence, 3), (hit.words,), hit.payload.country)
            for code, (confidence, hit) in ordered[:10]
        ]

    @staticmethod
    def _rate_hit(hit: Hit, cues: set[str]) -> float:
        kind = hit.payload.kind
        bonus = _CUE_BONUS if kind in cues else 0.0
        return float(hit.quality * hit.payload.weight * (_KIND_FIRST.get(kind, _OTHER_KIND) + bonus))
