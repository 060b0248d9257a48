"""Where a row of the network comes from, how sure it is and when it was last looked at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a row comes from, how sure it is and when it was last looked at."""

    source: str
    grade: str
    checked: str
    note: str = ""
    correction: str = ""
