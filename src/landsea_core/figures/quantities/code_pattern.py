"""Numbers that are no figures, as a pattern: HS 0810.60, G75, Train 85, 14:20, a 40-foot box, a six-year low, 45岁."""

import re

from landsea_core.figures.quantities.clock_times import NAMELESS
from landsea_core.figures.quantities.figure_words import FigureWords


def make_code_pattern(words: FigureWords) -> re.Pattern[str]:
    """Return the pattern of codes, names, clock times, ages and sizes that hold a number."""
    number = words.numbers.pattern
    return re.compile(
        rf"\b(?:{words.any_code})\s*\d[\d./-]*(?:,\s*\d{{1,4}}(?=\s*[,.;)]|\s+(?:and|và)\b|\s*$))*(?:\s+(?:and|và)\s+\d{{1,4}}(?=\s*[,.;)]|\s*$))?|\b\d+/\d{{4}}\b|\b(?!{words.any_latin_currency})[A-Z]{{1,3}}\d+\b|"
        r"\b\d{1,3}(?:,?\d{3})*(?:st|nd|rd|th)\b|第\s*\d[\d,]*(?:[列辆班趟票批艘个届次位名条]|(?=[^\d年月季]))|"
        rf"{NAMELESS}|"
        r"(?-i:\b(?=[a-z]*[A-Z])[A-Za-z]+)-\d+\b(?!\s*%)|"
        r"(?-i:\b(?:Patient|Route|Highway|Gate|Berth|Flight|Train|Phase|Ward|District|Chapter|Annex|Section|Clause|Case|Order"
        r"|Notice|Announcement|Resolution|Regulation|Item|Room|Lane|Class|Category|Type|Model|Line|Lot|Batch))\s+\d{1,4}\b(?![,.]?\d)"
        r"(?!\s*(?:%|percent|tonnes|lorries|trucks|vehicles|TEU|containers|km|days|hours|million|billion))|"
        r"(?-i:\b\d+-(?=[A-Z][a-z]))|\b0\d-\d\d\b|"
        r"\d{1,3}∶\d{1,3}|(?<!\d)\d+(?:\.\d+)?万?(?:公斤|千克|吨|千伏|马力|米)级|(?:波音|空客|麦道)\s*\d+(?:[—-]\d+)?|"
        r"周[一二三四五六日天](?!班|趟|列|[\d一二两三四五六七八九十]*[班趟列次艘])|万(?=象|荣)|\b0\d/\d\d\b|(?<![\d.])\d{1,2}[.、](?=[\u4e00-\u9fff“《])|"
        r"(?<!\d)\d{1,2}日(?=晚|早|上午|下午|中午|凌晨|清晨|宣布)|"
        r"\b(?:S&P|FTSE|Nikkei|Fortune|CSI)\s*-?\d+|(?<!\d)\d+(?:[和、]\d+)?型|\baged \d+|(?<!\d)\d+(?:\.\d+)?\s*岁|"
        rf"\b(?:{number})-(?:year|month|week|day|decade)s?[\s-](?:low|high|old|plan|bond|note|loan|lease|contract|treasury|record)s?\b|"
        r"\b\d{1,2}:\d{2}\b|https?://\S+|(?<![\d.,])\d{2}[\s-]?(?:foot|feet|ft|英尺|尺)",
        re.IGNORECASE,
    )
