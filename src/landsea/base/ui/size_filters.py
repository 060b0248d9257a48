"""How large a file is, as templates write it: a filter of the tag library `ui`, also in languages for which Django has none."""

from babel.units import format_unit

from landsea.base.ui import times
from landsea.base.ui.day_filters import find_language

_KILOBYTE, _MEGABYTE = 1024, 1024 * 1024
_LEAST = 0.1


def file_size(size: int) -> str:
    """Return a number of bytes in the reader's words: "0.1 kB", "1.8 MB". A few bytes are said as a tenth of a kilobyte: half
    of our languages have no word for bytes on record.
    """
    unit, of = ("digital-megabyte", _MEGABYTE) if size >= _MEGABYTE else ("digital-kilobyte", _KILOBYTE)
    return format_unit(max(_LEAST, round(size / of, 1)), unit, "short", locale=times.find_locale(find_language()))
