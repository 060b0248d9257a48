"""The table of all operations: what is served, what is described, what is tested."""

from collections.abc import Mapping
from functools import cache

from landsea.api.operations import Operation
from landsea.api.subjects import gather_operations


@cache
def list_operations() -> tuple[Operation, ...]:
    """Return all operations, in the order of the description."""
    return gather_operations()


@cache
def _by_path() -> tuple[tuple[Operation, ...], Mapping[str, dict[str, Operation]]]:
    by_path: dict[str, dict[str, Operation]] = {}
    for one in list_operations():
        by_path.setdefault(one.path, {})[one.method] = one
    first = tuple(next(iter(found.values())) for _path, found in sorted(by_path.items(), key=_fixed_first))
    return first, by_path


def _fixed_first(row: tuple[str, dict[str, Operation]]) -> tuple[int, str]:
    return row[0].count("{"), row[0]


def find_operations(path: str) -> dict[str, tuple[Operation, dict[str, str]]]:
    """Return by method the operations at a path, with the values of the names in it; empty for an unknown path."""
    patterns, by_path = _by_path()
    for one in patterns:
        if found := one.pattern.fullmatch(path):
            return {method: (at, found.groupdict()) for method, at in by_path[one.path].items()}
    return {}
