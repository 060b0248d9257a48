"""Which days a text speaks of, and since when it says that something stands.

Read are days in numbers (`written`: 12/11/2026, 11月12日, ວັນທີ 12 ເດືອນ 11), words that count from today (`named`: yesterday,
Tuesday, 20 พ.ย. 2569) and lengths of time that run until now (`lengths`: "for four days"). What the words count from is an
argument. Days are those of whoever writes; no time zone is applied.
"""

from landsea_core.text.days.reader import MOST, DayReader
from landsea_core.text.days.when import When

__all__ = ["MOST", "DayReader", "When"]
