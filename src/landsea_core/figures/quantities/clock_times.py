"""Times of the clock in a text: "06:30", "5.30 pm", "21 o'clock", 上午9时30分, "noon". They are no figures.

Which of two is a departure, and how long lies between them, is not decided here.
"""

import re
from dataclasses import dataclass

_ENGLISH = (
    r"(?<![\d.,:])(?P<{0}h>\d{{1,2}})(?:[:.](?P<{0}m>\d{{2}}))?\s*(?P<{0}half>[ap]\.?\s?m\b)",
    r"(?<![\d.,:])(?P<{0}h>\d{{1,2}}):(?P<{0}m>[0-5]\d)(?![\d:])",
    r"(?<![\d.,:])(?P<{0}h>\d{{1,2}}) o'clock(?: (?P<{0}m>[0-5]\d))?"
    r"(?:\s+(?:in the )?(?P<{0}half>morning|afternoon|evening|night)\b)?",
)
_CHINESE = (
    r"(?P<{0}half>凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚间|晚|夜间|深夜)\s*(?P<{0}h>\d{{1,2}})[时点:](?:(?P<{0}m>[0-5]?\d)分?)?",
    r"(?P<{0}half>凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚间|晚|夜间|深夜)\s*(?P<{0}han>十[一二]?|[一二两三四五六七八九])[时点](?P<{0}thirty>半)?(?!钟)",
    r"(?<![\d.:])(?<!\d,)(?P<{0}h>\d{{1,2}})时(?P<{0}m>[0-5]?\d)分",
    r"(?<=[由从至到为])(?P<{0}h>\d{{1,2}})[时点](?![\d间段效长])",
    r"(?<=[日于在天])(?P<{0}h>\d{{1,2}})[时点](?![\d段间效])",
    r"(?<![\d.:])(?P<{0}h>\d{{1,2}})[时点](?=(?:许|左右|整)?(?:发|开|闭|关|收|结束|出|从|到|抵|至|起|离|驶|启|靠))",
)
_AFTER_NOON = re.compile(r"^p|afternoon|evening|night|下午|傍晚|晚|夜", re.IGNORECASE)
_HAN_HOURS = {
    word: float(at)
    for at, word in enumerate(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], start=1)
} | {"两": 2.0}
_HALF = 0.5
_FORMS = tuple(form.format(f"f{at}") for at, form in enumerate((*_ENGLISH, *_CHINESE)))
CLOCK_TIME = re.compile("|".join(_FORMS), re.IGNORECASE)
NAMELESS = re.sub(r"\?P<\w+>", "?:", CLOCK_TIME.pattern)
"""The same pattern without names, to be a part of others."""


@dataclass(frozen=True)
class ClockTime:
    """A time of the day: `hours` after midnight (9:30 is 9.5), and where it stands in the text."""

    hours: float
    start: int
    end: int


def find_clock_times(text: str) -> list[ClockTime]:
    """Return the times of the clock of a text, in their order: "left at 06:30, arrived at 5.30 pm" has 6.5 and 17.5."""
    found = []
    for match in CLOCK_TIME.finditer(text):
        parts = _name_parts(match)
        hours = _HAN_HOURS.get(parts.get("han", ""), 0) or int(parts.get("h", 0)) + int(parts.get("m") or 0) / 60
        hours += _HALF if "thirty" in parts else 0
        if _AFTER_NOON.search(parts.get("half", "")) and hours < 12:
            hours += 12
        if hours <= 24:
            found.append(ClockTime(hours, *match.span()))
    return found


def _name_parts(match: re.Match[str]) -> dict[str, str]:
    """Return hour ("h"), minutes ("m") and part of the day ("half") of the one form that matched."""
    return {name.lstrip("f0123456789"): value for name, value in match.groupdict().items() if value is not None}
