"""A network prepared for the plain search: what leaves from every stop."""

from collections import defaultdict
from collections.abc import Sequence

from landsea_search.network import Haulage, Network, Transfer


class PreparedNetwork:
    """A network with the numbers of its rows by the stop from which they leave; of lines also the move boarded before."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.boardings: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for number, line in enumerate(network.lines):
            for place, move in enumerate(line.moves):
                if move.boarding:
                    self.boardings[move.origin].append((number, place))
        self.haulages = _group_by_origin(network.haulages)
        self.transfers = _group_by_origin(network.transfers)


def _group_by_origin(rows: Sequence[Haulage | Transfer]) -> dict[int, list[int]]:
    """Return the numbers of the rows that leave from each stop."""
    found: dict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        found[row.origin].append(number)
    return found
