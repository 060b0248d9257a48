"""How periods are written: a ladder of patterns, the more exact ones first, with the words of one lexicon put in.

In the templates below stand, in capitals: YEAR for a year, MONTH for a name of a month, TO for what joins two ends of a span.
The names of the groups say what a part means: `from` and `till` are months, `fromyear` a year; `count` is how many months or
quarters (`what`) from the beginning of a year; `earlier` marks "the year before".
"""

import re

from landsea_core.text.periods.period_words import PeriodWords

YEAR = r"(?:19[5-9]\d|20\d\d|25[3-9]\d)"
_TEMPLATES = (
    # spans of days count as their months, and are not whole ones: 1 March to 31 May 2025, 3月1日至5月31日
    r"\b(?P<day>[0-3]?\d)\s+(?P<from>MONTH)\.?\s*(?:TO)\s*(?P<lastday>[0-3]?\d)\s+(?P<till>MONTH)\b\.?(?:,?\s*(?P<year>YEAR)\b)?",
    r"\b(?P<from>MONTH)\.?\s+(?P<day>[0-3]?\d)\s*(?:TO)\s*(?P<till>MONTH)\.?\s+(?P<lastday>[0-3]?\d)\b(?!,?\d)(?:,?\s*(?P<year>YEAR)\b)?",
    r"(?:(?P<year>YEAR)年)?(?P<from>\d{1,2})月(?P<day>\d{1,2})日\s*(?:HAN_TO)\s*(?P<till>\d{1,2})月(?P<lastday>\d{1,2})日",
    # days of one month: 14 to 17 October, October 14-17, 10月14日至19日
    r"\b(?P<day>[0-3]?\d)\s*(?:TO)\s*(?P<lastday>[0-3]?\d)\s+(?P<name>LONG_NAME)\b(?:,?\s*(?P<year>YEAR)\b)?",
    r"\b(?P<name>LONG_NAME)\s+(?P<day>[0-3]?\d)\s*(?:TO)\s*(?P<lastday>[0-3]?\d)\b(?![\d,.]*\d)(?!\s*(?:NO_DAY))"
    r"(?:,?\s*(?P<year>YEAR)\b)?",
    r"(?:(?P<year>YEAR)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日?\s*(?:HAN_TO)\s*(?P<lastday>\d{1,2})日",
    # spans of months: Apr 2021-May 2022, 2025年1至9月, 2025-09, January to September 2025
    r"\b(?P<from>MONTH)\.?\s+(?P<fromyear>YEAR)\s*(?:TO)\s*(?P<till>MONTH)\.?\s+(?P<year>YEAR)\b",
    r"(?P<year>YEAR)年(?P<from>\d{1,2})月?\s*(?:HAN_TO)\s*(?P<till>\d{1,2})月份?",
    r"\b(?P<year>YEAR)[-./](?P<month>0[1-9]|1[0-2])(?:[-./](?P<day>[0-3]\d))?\b(?![-./\d])",
    r"\b(?P<from>MONTH)\.?\s*(?:TO)\s*(?P<till>MONTH)\b\.?(?:,?\s*(?:of\s+)?(?P<year>YEAR)\b)?",
    # quarters, halves and months in Chinese: 前三季度, 第一季度, 上半年, 1-9月, 2025年9月
    r"(?:(?P<year>YEAR)年)?(?:前|头)(?P<count>[1-9]\d?|十一|[两二三四五六七八九十])个?(?P<what>月|季度)",
    r"(?:(?P<year>YEAR)年)?(?:第)?(?P<quarter>HAN_ORDER)季度",
    r"(?:(?P<year>YEAR)年的?)?(?P<half>HALF)半年",
    r"(?<!\d)(?P<from>\d{1,2})月?\s*(?:HAN_TO)\s*(?P<till>\d{1,2})月份?",
    r"(?P<year>YEAR)年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|份|底|末|初)?",
    r"(?<!\d)(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|份)",
    # halves and quarters in English: the first half of 2025, H1 2025, Q3, first nine months
    r"\b(?:the\s+)?(?P<order>ORDER)[\s-]+half(?:\s+of)?(?:\s+(?P<year>YEAR)\b)?",
    r"\b(?P<halfyear>half)[- ]year(?:'s|ly)?\b(?:\s+(?P<year>YEAR)\b)?",
    r"\bH(?P<order>[12])\b(?:[\s-]*(?:of\s+)?(?P<year>YEAR)\b)?",
    r"\b(?P<year>YEAR)\s*-?H(?P<order>[12])\b",
    r"\b(?:the\s+)?(?P<quarter>ORDER)[\s-]+quarter(?:\s+of)?(?:\s+(?P<year>YEAR)\b)?",
    r"\bQ(?P<quarter>[1-4])\b(?:[\s-]*(?:of\s+)?(?P<year>YEAR)\b)?",
    r"\b(?P<year>YEAR)\s*-?Q(?P<quarter>[1-4])\b",
    r"\b(?:the\s+)?first\s+(?P<count>\w+)\s+(?P<what>months|quarters)(?:\s+of)?(?:\s+(?P<year>YEAR)\b)?",
    # days and months in English: 12 March 2025, March 12, 2025, end of 2025, Sep 2025, in March
    r"\b(?P<day>[0-3]?\d)\s+(?P<name>MONTH)\.?,?\s+(?P<year>YEAR)\b",
    r"\b(?P<name>MONTH)\.?\s+(?P<day>[0-3]?\d),?\s+(?P<year>YEAR)\b",
    r"\b(?:PART)[- ](?:of\s+)?(?P<year>YEAR)\b",
    r"\b(?P<name>MONTH)\.?,?\s+(?:of\s+)?(?P<year>YEAR)\b",
    # "in February 28 and in March 36" are counts of months: a day of one is said "on February 28"
    r"(?<=\bin )(?P<name>FULL_NAME)(?=\s+\d{1,2}\b)",
    r"\b(?P<day>[0-3]?\d)\s+(?P<name>LONG_NAME)\b",
    r"\b(?P<day>[0-3]?\d)\s+(?P<name>(?-i:May))\b(?! be\b)",
    r"(?:(?<=\bon )|(?<=\buntil )|(?<=\bby )|(?<=\bsince )|(?<=\bfrom )|(?<=\bto )|(?<=\bbefore )|(?<=\bafter ))"
    r"(?P<day>[0-3]?\d)\s+(?P<name>FULL_NAME)\b",
    r"\b(?P<name>FULL_NAME)(?:\s+(?P<day>[0-3]?\d)(?![\d,.]*\d)(?!\s*(?:NO_DAY)))?\b",
    # years alone, and the year that is meant
    r"(?P<year>YEAR)年(?:全年|度)?",
    r"(?<![\d个])(?P<month>1[0-2]|[1-9])月",
    r"\b(?P<whole>WHOLE)\b(?:,?\s+(?P<year>YEAR)\b)?",
    r"(?P<whole>HAN_WHOLE)",
    r"(?<=\bin )(?P<whole>THE_YEAR)\b(?! (?:before|earlier))",
    r"(?<=\bfor )(?P<whole>THE_YEAR)\b(?! (?:before|earlier))",
    r"\b(?P<earlier>EARLIER)\b",
    r"(?P<earlier>HAN_EARLIER)",
    r"(?<![\d.,/])(?P<year>YEAR)(?![\d,]*\d)(?!\.\d)(?!\s*(?:NO_YEAR))"
    r"(?![\u4e00-\u9fff])(?<![\u4e00-\u9fff])",
)
_TOKEN = re.compile(r"(?<![A-Za-z_])[A-Z_]{2,}(?![A-Za-z_])")


def make_patterns(words: PeriodWords) -> tuple[re.Pattern[str], ...]:
    """Return the compiled ladder with these words."""
    tokens = {
        "YEAR": YEAR,
        "MONTH": words.any_month,
        "FULL_NAME": words.full_months,
        "LONG_NAME": words.full_months_but_short,
        "TO": rf"-|–|—|{words.joins}",
        "HAN_TO": rf"-|–|—|~|{words.han_joins}",
        "ORDER": words.any_order("en"),
        "HAN_ORDER": words.any_order("zh"),
        "HALF": "|".join(words.halves),
        "PART": words.parts,
        "WHOLE": words.whole,
        "HAN_WHOLE": words.whole_han,
        "THE_YEAR": words.the_year,
        "EARLIER": words.earlier,
        "HAN_EARLIER": words.earlier_han,
        "NO_YEAR": words.units_behind_no_year,
        "NO_DAY": words.units_behind_no_day,
    }
    return tuple(
        re.compile(_TOKEN.sub(lambda token: tokens[token.group()], template), re.IGNORECASE) for template in _TEMPLATES
    )
