"""How much of what has no end `make test` tries. `LANDSEA_TESTS=all`, as `make drill` sets it, tries all of it: it takes twice
as long and finds more.
"""

import os
from typing import TypeVar

Some = TypeVar("Some")


def all_or(whole: Some, part: Some) -> Some:
    """Return the whole where all is asked for, otherwise the part that every run tries."""
    return whole if os.environ.get("LANDSEA_TESTS") == "all" else part
