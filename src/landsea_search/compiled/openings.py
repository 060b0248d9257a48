"""When work may begin, compiled. Never earlier for cargo that comes later, which exactness rests on."""

from landsea_search.compiled.loops import Array, compiled_loop, int64

OPENS, CLOSES = range(2)  # columns of `Tables.windows`
NEVER_OPEN = -(1 << 40)  # before any minute, those before the network's zero too


@compiled_loop
def find_beginning(windows: Array, first: int, end: int, minute: int) -> int:
    """Return the first minute from `minute` on at which work may begin; `NEVER_OPEN`: never again.

    Rows `first` to before `end` of the windows are sorted; `first` below 0: always open.
    """
    if first < 0:
        return minute
    for row in range(first, end):
        if minute < windows[row, CLOSES]:
            return int64(max(minute, windows[row, OPENS]))
    return NEVER_OPEN
