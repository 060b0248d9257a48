"""When work may begin. Never earlier for cargo that comes later, which exactness rests on."""

from bisect import bisect_right

from landsea_search.network import Opening


def find_beginning(opening: Opening | None, minute: int) -> int | None:
    """Return the first minute, from `minute` on, at which work may begin; None: never again."""
    if opening is None:
        return minute
    place = bisect_right(opening.windows, (minute, float("inf"))) - 1
    if place >= 0 and minute < opening.windows[place][1]:
        return minute
    return opening.windows[place + 1][0] if place + 1 < len(opening.windows) else None
