"""What each unit of the lexicons is for and how large it is: the rows "unit_size"."""

from collections.abc import Mapping

from landsea_core.text.lexicon import Lexicon
from landsea_core.text.units.unit import Unit

MONEY, WEIGHT, COUNT, DURATION = "money", "weight", "count", "duration"


class UnitSizes:
    """Units by their codes ("hour", "lorry", "THB")."""

    def __init__(self, lexicon: Lexicon) -> None:
        rows = lexicon.list_rows("unit_size")
        self.amounts: Mapping[str, str] = {row["value"]: row["amount"] for row in rows if "amount" in row}
        """What an amount in a filing is that has this unit: money, weight, count or duration."""
        self.units: Mapping[str, Unit] = {
            row["value"]: Unit(row["measures"], float(row["size"])) for row in rows if "measures" in row
        }
        """The unit with its size, for what figures are computed with; a night has none."""
