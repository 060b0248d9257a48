"""The solver: each figure that is still open is asked of each relation, with the same cautions for all."""

from collections.abc import Iterator

from landsea_core.figures.cues.statement_cues import read_statement_cues
from landsea_core.figures.statement.common_sense.nearby import find_clause_before, find_clause_behind, make_outcome
from landsea_core.figures.statement.findings import Outcome
from landsea_core.figures.statement.following.operands import gather_operands
from landsea_core.figures.statement.following.ways import can_be_made
from landsea_core.figures.statement.item import Item
from landsea_core.figures.statement.read_statement import ReadStatement
from landsea_core.figures.statement.solving.areas_solved import solve_area
from landsea_core.figures.statement.solving.attained_solved import solve_attained
from landsea_core.figures.statement.solving.chains_solved import solve_chain, solve_trips
from landsea_core.figures.statement.solving.charges_solved import solve_charge
from landsea_core.figures.statement.solving.each_solved import solve_each
from landsea_core.figures.statement.solving.exchanges_solved import solve_exchange
from landsea_core.figures.statement.solving.fullness_solved import solve_filled, solve_fullness
from landsea_core.figures.statement.solving.gaps_solved import solve_gap
from landsea_core.figures.statement.solving.means_solved import solve_mean
from landsea_core.figures.statement.solving.mixtures_solved import solve_mixture
from landsea_core.figures.statement.solving.named_compared import check_named_compared
from landsea_core.figures.statement.solving.near_parts import solve_near_rest, solve_near_share
from landsea_core.figures.statement.solving.near_products import solve_near_part, solve_near_product
from landsea_core.figures.statement.solving.paces_solved import solve_pace
from landsea_core.figures.statement.solving.partitions_solved import solve_partition
from landsea_core.figures.statement.solving.periods_ranked import check_periods_ranked
from landsea_core.figures.statement.solving.portions_solved import solve_portion
from landsea_core.figures.statement.solving.prices_solved import solve_price
from landsea_core.figures.statement.solving.products_solved import solve_product
from landsea_core.figures.statement.solving.rests_solved import solve_rest
from landsea_core.figures.statement.solving.shares_solved import solve_share
from landsea_core.figures.statement.solving.solution import Solution
from landsea_core.figures.statement.solving.sums_solved import solve_part, solve_sum
from landsea_core.figures.statement.solving.told_again import find_told_again

_RELATIONS = (
    solve_product,
    solve_each,
    solve_charge,
    solve_fullness,
    solve_filled,
    solve_sum,
    solve_part,
    solve_portion,
    solve_rest,
    solve_gap,
    solve_pace,
    solve_price,
    solve_chain,
    solve_trips,
    solve_attained,
    solve_mean,
    solve_area,
    solve_exchange,
    solve_mixture,
    solve_partition,
    solve_share,
    find_told_again,
    solve_near_product,
    solve_near_part,
    solve_near_share,
    solve_near_rest,
)
_OF_JUDGED = (solve_partition, solve_rest, find_told_again)
"""Relations of a whole list, one part of which a check may have compared with the whole alone."""
_PLAIN_ONLY = (
    solve_area,
    solve_chain,
    solve_trips,
    solve_exchange,
    solve_gap,
    solve_mean,
    solve_mixture,
    solve_pace,
    solve_price,
    solve_rest,
)
"""Relations that words beside a figure take back: "after freight", "usable", "at most"."""
_MOST_AROUND = 10
"""Figures around one among which a relation is looked for: of more, one may be met by chance."""
_FARTHEST = 4.0
"""A figure so many times what it should be, or so small a part of it, is told of something else."""


def solve_open_figures(read: ReadStatement, judged: frozenset[int]) -> Iterator[Outcome]:
    """Yield what contradicts the only figures it can follow from; `judged` are places of figures that a check explained."""
    yield from check_periods_ranked(read)
    yield from check_named_compared(read)
    for at, said in enumerate(read.items):
        if said.figure.is_range or said.figure.value <= 0:
            continue
        operands = gather_operands(said, read)
        if len(operands.all) > _MOST_AROUND:
            continue
        for relation in _RELATIONS if at not in judged else _OF_JUDGED:
            solution = relation(operands, read)
            if solution is None or not _contradicts(solution) or (relation in _PLAIN_ONLY and _means_other(said)):
                continue
            if solution.is_closed or not can_be_made(operands):
                yield make_outcome(False, solution.rule, solution.words, read, *solution.used, said)
                break


def _means_other(said: Item) -> bool:
    """ "Earning 50 dollars a tonne | after freight", 可用面积 | 5500平方米: less than what the others make."""
    return bool(read_statement_cues().means_other.search(find_clause_before(said) + " # " + find_clause_behind(said)))


def _contradicts(solution: Solution) -> bool:
    """Say whether what is said is beside what its operands make, and still near enough to be meant by them."""
    if solution.right.meets(solution.said):
        return False
    right, said = (solution.right.low + solution.right.high) / 2, (solution.said.low + solution.said.high) / 2
    return 0 < right < _FARTHEST * said and said < _FARTHEST * right
