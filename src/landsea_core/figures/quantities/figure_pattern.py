"""How a figure is written in a statement, as patterns: a bound, a currency or a sign, the number, magnitude and unit.

"over CNY 8.59 bn", "3 to 5 days", 约120万吨, 24.2 %: group `num` is the number, `num2` the other end of a range, `mag` and
`unit` stand behind the last number, `mag1` and `unit1` behind the first of two.
"""

import re

from landsea_core.figures.quantities.code_pattern import make_code_pattern
from landsea_core.figures.quantities.figure_words import FigureWords

_NO_SUM_BEFORE = "".join(
    f"(?<!{verb} )"
    for verb in ["adds", "add", "added", "adding", "turn", "turns", "turned", "hand", "handed", "took", "take"]
)
""" "Which adds | up to 8,700" is a sum and "they turn | over 9 million" a turnover, and no bound."""


class FigurePatterns:
    """The patterns of figures with the words of one lexicon."""

    of_a_whole = re.compile(r"\s+of\s|的")
    """What stands behind a share: "50 % to 60 % | of the employees" is a range of one."""
    of_those_before = re.compile(
        r"\s+(?:were|was|are|have|remain|carried|came|went|had|held|joined|left|arrived|passed|withdrew|belong|go|serve|work|come|stand|use|lead|failed|stayed)\b"
    )
    """What stands behind a number word with which a sentence goes on counting: "Twenty-eight | were loaded with fruit"."""
    for_each = re.compile(
        r"(?:\s+[a-z-]+){0,2}\s+(?:a|an|per|each|every)\s+(?:day|week|month|year|hour|shift|quarter)\b", re.IGNORECASE
    )
    """What stands behind a number word whose unit was said before: "1,460 ships, on average eight | a day"."""
    more_of_those = re.compile(r"\s+(?:more|others?|fewer|further|additional|new ones?)\b", re.IGNORECASE)
    """What stands behind a number word that counts what was named before: "Twelve | more are on order"."""
    remaining = re.compile(
        r"\b(?:remaining|other|the last|(?:times|than|from) the) $|"
        r"(?:^|[.;]\s)(?:out )?of [^.;]*\d[^.;]*(?:, |\w |, and | and )$",
        re.IGNORECASE,
    )
    """What stands before a number word that counts what was named: "the remaining | five", "Of the 12 berths, | nine"."""
    listed = re.compile(r"\s+(?:from|in|at|to|for|by|on|with|were|was|are)\b(?![^.]{0,3}\d)", re.IGNORECASE)
    """What stands behind a number word of a list whose thing was named: "nine companies: four | from China, ..."."""
    opens_people = re.compile(
        r"\b(?:\d+|[a-z-]+)\s+(?:[a-z-]+\s+)?(?:members|people|persons|staff|employees|workers|officers|delegates|"
        r"experts|specialists|passengers|guests|participants|crew|personnel)"
        r"(?:\s*[:(]|,? (?:made up of|consisting of|composed of|comprising|namely))[^.;:]{0,90}$",
        re.IGNORECASE,
    )
    """People and the sign or word behind which they are told by trade: "14 members: | six engineers"."""
    in_a_list = re.compile(r"[:(,;]\s*(?:and\s+)?$|\band\s+$", re.IGNORECASE)
    """What stands before a number word of a list: its colon, a comma, or "and"."""
    joined = re.compile(r"\d[^.;:,]{0,40}\band $|(?-i:[A-Z])[a-z-]+ [a-z]+s [a-z]+ed and $")
    """What stands between a figure and a number word: "present were 17 and | eight | sent apologies"."""
    does_so = re.compile(
        r"\s+(?:sent|stayed|left|joined|were|came|failed|passed|closed|opened|remain\w*|withdrew|did)\b",
        re.IGNORECASE,
    )
    """What those that a number word counts did, where their name was said before: "17 and eight | sent apologies"."""
    instead = re.compile(
        r"\b(?:instead of|rather than|down from|up from|compared with|against)(?: only| just| about)? $",
        re.IGNORECASE,
    )
    """What stands before a number word whose unit was said before: "five hours instead of | eight"."""
    noun_of_word = re.compile(r"(?:\s+[a-z-]+)?\s+(?P<noun>[a-z]{3,}s)\b")
    """The plural behind a number word: "ten double | rooms"."""
    taken_up = re.compile(
        r"[^.;]{0,60}[.;,][^.;]{0,40}\b(?:of (?:them|these|those)|the (?:other|others|rest|remaining))\b"
    )
    """What stands behind a count that is divided then: "eight | nurses. Five of them speak Chinese, the other three do not"."""
    votes = re.compile(r"\s+(?:(?:were|was|voted|are) )?(?:in favou?r|against|undecided|abstain\w*)\b", re.IGNORECASE)
    """What stands behind a number word that counts votes: "six | against and four | abstained"."""
    each_behind = re.compile(r"[^.;:]{0,60}\beach\b", re.IGNORECASE)
    """What makes even a small number word a count: "Three trawlers were fined 15,000 dollars | each"."""
    by_a_way = re.compile(r"\bby (?:rail|road|sea|air|lorry|truck|train|barge|river) (?:only |just |about )?$")
    """What stands before a number word whose unit was said before: "22 days by sea and by rail | nine"."""

    def __init__(self, words: FigureWords) -> None:
        number = words.numbers.pattern
        self.figure = re.compile(
            rf"(?:(?<![签条契预节违履]){_NO_SUM_BEFORE}(?P<bound>{words.any_bound})\s*)?(?:(?P<cur>{words.any_currency})\s*)?"
            rf"(?P<sign>(?<![\w%)])[+\-−–](?=\d|\s\d+(?:\.\d+)?\s*%))?\s*(?P<num>{number})"
            rf"(?P<plus>\+|{words.any_more})?(?:{_unit_pattern(words, '1')}"
            rf"\s*(?:-|–|—|~|～|{words.any_range}|\.\.)\s*(?P<num2>{number}))?{_unit_pattern(words, '')}"
            rf"(?P<plus2>\+|(?:{words.any_more})(?!\s*\d)|{words.any_or_more})?",
            re.IGNORECASE,
        )
        self.of_a_number = re.compile(
            rf"\s+(?:out )?of (?:(?:the |its |all )?(?:\d|{words.numbers.words}\b)|(?:them|these|those)\b)"
        )
        """What stands behind a number word that needs no unit: "three | of the ten"."""
        self.counts_on = re.compile(
            rf"[^.;:]{{0,60}}(?:,|\band)\s+(?:the (?:remaining|other) )?(?:\d|{words.numbers.words}\b)", re.I
        )
        """What stands behind the first number word of a sentence that goes on counting."""
        self.opens_counts = re.compile(
            rf"(?:{words.any_counted_noun}|(?:\d|\b{words.numbers.words})\s+[a-z]{{3,}}s)\b[^.:;(]{{0,60}}[:(,]",
            re.IGNORECASE,
        )
        """A thing that is counted and the sign behind which its parts are listed: "nine companies:"."""
        self.goes_on_counting = re.compile(
            rf"^\s*(?:\d+|{words.numbers.words})\s+(?:(?:were|was|are|is|go|went|come|came|serve|work)\s)?[^.;:\d]{{0,48}}(?:\band|,)\s$",
            re.IGNORECASE,
        )
        """What stands before the second number word of a sentence that counts on: "Ten are for exports and | six | for"."""
        self.listed_thing = re.compile(
            rf"\s+(?!(?:{words.any_no_noun})\b)(?:[a-z-]+\s+)?[a-z]{{3,}}s?\b(?=\s*(?:,|;|\band\b|\.|$))"
        )
        """What stands behind a number word of a list: "six | engineers, five | lawyers and three | translators"."""
        self.things = re.compile(
            rf"\s+(?!(?:{words.any_no_noun})\b)(?:(?!of\b|to\b|or\b)[a-z-]+\s+)?(?P<noun>[a-z]{{3,}}s)\b(?<!ss)"
        )
        """The plural behind a number word from ten on: "Eighty | officers"."""
        self.noun = re.compile(rf"\s+(?!(?:{words.any_no_noun})\b)(?P<noun>[a-z]{{3,}})")
        self.later_noun = re.compile(
            rf"(?P<between>(?:\s+[a-z-]+){{1,2}})\s+(?P<noun>{words.any_counted_noun})\b", re.IGNORECASE
        )
        """A counted noun one or two words on: "350,000 | Vietnamese visitors"."""
        self.code = make_code_pattern(words)


def _unit_pattern(words: FigureWords, of_number: str) -> str:
    """Return the pattern of a magnitude and a unit behind a number; both may be missing."""
    return (
        rf"(?:\s*(?P<mag{of_number}>(?:{words.any_latin_magnitude})(?![a-z])|{words.any_han_magnitude})"
        rf"(?:(?P<above{of_number}>{words.any_more})(?=\s*(?:{words.any_han_unit})))?)?"
        rf"(?:\s*(?:of\s+)?-?(?P<unit{of_number}>%|(?:{words.any_latin_unit})(?![a-z])|{words.any_han_unit}))?"
    )
