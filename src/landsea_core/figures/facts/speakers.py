"""The same steps told by two named sources in one row: "5 -> 14 (Xinhua) ; 3 -> 14 (VNS)"."""

import re
from collections.abc import Iterator
from itertools import combinations

from landsea_core.figures.facts.claim import Claim
from landsea_core.text.periods import find_periods

_NAME = re.compile(r"[A-Za-z\u4e00-\u9fff]{2}")


def find_speakers(row: list[Claim]) -> Iterator[tuple[str, str]]:
    """Yield two figures of one step that two sources give and that cannot both be right, each with its source."""
    groups: dict[int, list[Claim]] = {}
    for claim in row:
        groups.setdefault(claim.group, []).append(claim)
    for one, other in combinations(groups.values(), 2):
        if not (_find_speaker(one) and _find_speaker(other)) or len(one) != len(other):
            continue
        if one[0].metric != other[0].metric or one[0].kind != other[0].kind:
            continue
        for first, second in zip(one, other, strict=True):
            is_one_time = str(first.period) == str(second.period)
            if is_one_time and not first.make_interval().meets(second.make_interval()):
                yield (
                    f"{first.print_value()} ({_find_speaker(one)})",
                    f"{second.print_value()} ({_find_speaker(other)})",
                )


def _find_speaker(group: list[Claim]) -> str:
    """Return the name in brackets behind the last figure, when it is no month and no growth; else nothing."""
    notes = group[-1].notes
    if not notes or find_periods(notes) or "%" in notes or not _NAME.search(notes):
        return ""
    return notes
