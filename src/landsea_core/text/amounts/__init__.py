"""How much and how long: money, weights, lorries, days.

A desk that reads another language sees at a glance that it is about three lorries that have stood for four days. Nothing is
converted and nothing is decided by it: 4 nights stay 4 nights.
"""

from landsea_core.text.amounts.amount import Amount
from landsea_core.text.amounts.reader import MOST, AmountReader
from landsea_core.text.units.sizes import COUNT, DURATION, MONEY, WEIGHT

__all__ = ["COUNT", "DURATION", "MONEY", "MOST", "WEIGHT", "Amount", "AmountReader"]
