"""When work may begin, compiled. Never earlier for cargo that comes later, which exactness rests on."""

from numba import njit


@njit(cache=True, nogil=True)
def begins(windows, first, end, minute):
    """Return the first minute from `minute` on at which work may begin; -1: never again. Rows first..end are sorted."""
    if first < 0:
        return minute
    for row in range(first, end):
        if minute < windows[row, 1]:
            return max(minute, windows[row, 0])
    return -1
