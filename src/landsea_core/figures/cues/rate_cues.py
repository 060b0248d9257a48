"""Cues of rates: "24 a day", "/month", "each train carries 50", 日均24列; and which unit each of these words is for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from landsea_core.figures.cues.cue_words import Cue, CueWords, choose_any_term
from landsea_core.text.data_files import Row
from landsea_core.text.lexicon import Lexicon

_NAMES_WEEKDAY = re.compile("每(?:周|星期)[一二三四五六日天](?![班趟列次艘])")
""" "Each Tuesday and Friday one train": 每周二 is no rate a week."""


_AN_HOUR = re.compile(r"\s*(?:an|a|per|each) (hour|day|week|month|year)\b", re.IGNORECASE)
""" "70 kilometres | an hour | a lorry needs": what stands first is what a rate is for."""


@dataclass(frozen=True)
class RateCues:
    """`behind` and `before` are looked for beside a figure; a group of theirs ("per", "thing") holds the word of the unit.

    `each_carried` stands between the number of things and what each of them carries ("each of the 46 | stations handled | 3").
    """

    behind: Cue
    before: Cue
    each_carried: Cue
    units: Mapping[str, str]

    def find_unit(self, behind: str, before: str) -> str:
        """Return for what unit the words beside a figure give it, as "day"; empty when it is no rate."""
        found = _AN_HOUR.match(behind) or self.behind.match(behind) or self.before.search(before)
        if found is None or _NAMES_WEEKDAY.search(before):
            return ""
        word = next(word for word in found.groups() if word).lower()
        if found.groupdict().get("one") and word not in self.units:
            return ""  # "a truckload costs": no thing that is counted anywhere
        return self.units.get(word, word)


def make_rate_cues(words: CueWords, lexicon: Lexicon) -> RateCues:
    """Return the cues from the rows "figure_rate" (units, in the place where they stand) and the cues of verbs around them."""
    rows: dict[str, list[Row]] = {}
    for row in lexicon.list_rows("figure_rate"):
        rows.setdefault(row["place"], []).append(row)
    per, adverbs, before = (choose_any_term(rows[place]) for place in ("per", "adverb", "before"))
    carries = words.choose_any("carries")
    return RateCues(
        behind=words.compile(
            rf"^\s*(?:of\s+(?:[a-z-]+\s+){{1,3}}?|(?:(?!(?:within|in|for|over|after|during|until|since|of)\s)[\w-]+\s+){{1,2}}?)?(?:(?:{words.choose_any('per')})\s+(?P<per>{per})|/(?P<slash>{per})|(?P<daily>{adverbs}))",
            "figure_rate",
        ),
        before=words.compile(
            rf"(?:(?:{words.choose_any('one_of_many')})\s+(?P<thing>(?!each\b|every\b|one\b|it\b|they\b|he\b|she\b|that\b|this\b)[a-z]+?)s?\s+(?:[a-z]+\s+)?(?:{carries}))[^,;]{{0,15}}$|"
            rf"(?P<per>{before})[^,;，。]{{0,25}}$|{words.choose_any('each_present')}",
            "figure_rate",
        ),
        each_carried=words.compile(rf"^\s*(?:(?P<thing>[a-z]+?)s?\s+)?(?:{carries})\s*$", "carries"),
        units=dict(_units_by_word(lexicon.list_rows("figure_rate"))),
    )


def _units_by_word(rows: Iterable[Row]) -> Iterable[tuple[str, str]]:
    for row in rows:
        for term, _weight in row["terms"]:
            yield term, row["value"]
