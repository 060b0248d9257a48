"""Which amounts add up: what flows in a time (tonnes, trains, yuan), and not what stands at a moment (ports, countries)."""

from landsea_core.figures.statement.item import AMOUNT_ROLES, Item
from landsea_core.text.units.unit import PERCENT

_FLOWS = ("length", "count:", "teu", "mass", "plain", "CNY", "USD", "VND", "EUR", "THB", "LAK", "MYR", "SGD")
_STOCKS = ("count:ports", "count:countries", "count:companies")


def list_counted(items: list[Item]) -> list[Item]:
    """Return the amounts that stand by themselves: no percentages and no rates."""
    return [item for item in items if item.unit != PERCENT and item.role in AMOUNT_ROLES and not item.per]


def is_flow(item: Item) -> bool:
    """Say whether amounts of this unit add up over time."""
    return item.unit.kind.startswith(_FLOWS) and item.unit.kind not in _STOCKS
