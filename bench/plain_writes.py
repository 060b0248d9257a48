"""What `landsea.base.set_based` does, done by Django's own bulk methods, one statement a table: to measure one by the other.

`use_plain_writes()` puts these in the place of the house's functions in every module that has them; `use_own_writes()`
puts them back. `use_separate_writes()` keeps the house's statements and sends each by itself.
"""

import sys
from collections.abc import Callable, Sequence

from landsea.base import set_based

OWN = {
    name: getattr(set_based, name)
    for name in ("make_insertion", "make_insertion_of_values", "make_update", "update_by_key", "write_together")
}


class PlainChange:
    """Something to be written by a call; `rows` is what callers look at."""

    def __init__(self, rows: Sequence, write: Callable[[], object]):
        self.rows, self.write = rows, write


def make_insertion(model, rows, *, ignore_conflicts=False) -> PlainChange:
    """Add rows made in memory by bulk_create."""
    rows = list(rows)
    return PlainChange(rows, lambda: model.objects.bulk_create(rows, ignore_conflicts=ignore_conflicts))


def make_insertion_of_values(model, names, rows, *, ignore_conflicts=False) -> PlainChange:
    """Make the rows first, then add them by bulk_create."""
    columns = [model._meta.get_field(name).attname for name in names]
    return make_insertion(
        model, [model(**dict(zip(columns, row, strict=True))) for row in rows], ignore_conflicts=ignore_conflicts
    )


def make_update(model, rows, fields) -> PlainChange:
    """Change rows by bulk_update."""
    return PlainChange(rows, lambda: model.objects.bulk_update(rows, list(fields)))


def update_by_key(model, key, keys, values, condition="", *, kept=()) -> PlainChange:
    """Change by one update a key, which is what queries of Django's offer here."""

    def write() -> None:
        for number, one in enumerate(keys):
            new = {column.attname: row[number] for column, row in values.items()}
            new = {name: value for name, value in new.items() if value is not None or name not in held}
            found = model.objects.filter(**{key: one})
            if condition:
                found = found.extra(where=[condition.replace("target.", f'"{model._meta.db_table}".')])
            found.update(**new)

    held = {column.attname for column in kept}
    return PlainChange(keys, write)


def write_one_by_one(*changes) -> None:
    """Write each by itself, in the order in which they are given."""
    for change in changes:
        if change.rows:
            change.write() if isinstance(change, PlainChange) else OWN["write_together"](change)


PLAIN = {
    "make_insertion": make_insertion,
    "make_insertion_of_values": make_insertion_of_values,
    "make_update": make_update,
    "update_by_key": update_by_key,
    "write_together": write_one_by_one,
}


def use_plain_writes() -> None:
    """Write by Django's bulk methods from now on."""
    _put_in_place(PLAIN)


def use_separate_writes() -> None:
    """Write by the house's statements, one for each table."""
    _put_in_place(OWN | {"write_together": write_one_by_one})


def use_own_writes() -> None:
    """Write as the platform does."""
    _put_in_place(OWN)


def _put_in_place(chosen: dict[str, Callable]) -> None:
    every = {id(function): name for functions in (OWN, PLAIN) for name, function in functions.items()}
    for module in [module for name, module in sys.modules.items() if name.startswith("landsea")]:
        for name, value in list(vars(module).items()):
            if id(value) in every:
                setattr(module, name, chosen[every[id(value)]])
