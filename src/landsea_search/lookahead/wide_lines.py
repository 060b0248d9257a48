"""Work on lines of rows (`foresight`) in the processor's wide registers: each function takes a line in a few instructions.

Written as loops over thirty-two numbers, some were unrolled into single steps instead, one number after the other.
"""

from collections.abc import Callable
from typing import Any, cast

from llvmlite import ir
from numba.core import types

from landsea_search.compiled.loops import Array
from landsea_search.compiled.numba_internals import intrinsic, make_array
from landsea_search.compiled.packing import MOST_IN_ROW

CAPS_OF_LINE, FIELDS = 8, 4
LINE = FIELDS * CAPS_OF_LINE

_NUMBER = ir.IntType(16)
_WIDE = ir.VectorType(_NUMBER, LINE)
Typed = tuple[Any, Callable[..., object]]


def _load_lines(context: Any, builder: Any, signature: Any, values: Any) -> tuple[list[Any], list[Any]]:
    """Return where the lines given to a function are, and the lines."""
    places = []
    for kind, value in zip(signature.args, values, strict=True):
        data = make_array(kind)(context, builder, value).data
        places.append(builder.bitcast(data, _WIDE.as_pointer()))
    return places, [builder.load(place, align=2) for place in places]


def _choose_lower(builder: Any, one: Any, other: Any) -> Any:
    return builder.select(builder.icmp_signed("<", one, other), one, other)


def _store_first(make: Callable[..., Any]) -> Callable[..., object]:
    """Return how to build a function that puts into its first line what `make` makes of all of them."""

    def build(context: Any, builder: Any, signature: Any, values: Any) -> object:
        places, lines = _load_lines(context, builder, signature, values)
        builder.store(make(builder, *lines), places[0], align=2)
        return context.get_dummy_value()

    return build


def _copy(typing_context: object, line: Any, other: Any) -> Typed:
    """Make a line the same as another one."""
    return types.void(line, other), _store_first(lambda builder, line, other: other)


def _lower(typing_context: object, line: Any, other: Any) -> Typed:
    """Lower a line to another one where that is lower."""
    return types.void(line, other), _store_first(_choose_lower)


def _lower_with(typing_context: object, line: Any, other: Any, price: Any, risk: Any) -> Typed:
    """Lower a line to another one with a price and a risk on top, where that is lower."""

    def make(builder: Any, line: Any, other: Any, price: Any, risk: Any) -> Any:
        return _choose_lower(builder, builder.add(builder.add(other, price), risk), line)

    return types.void(line, other, price, risk), _store_first(make)


def _add_price(typing_context: object, line: Any, other: Any, price: Any) -> Typed:
    """Make a line another one with a price on top, `MOST_IN_ROW` at most."""

    def make(builder: Any, line: Any, other: Any, price: Any) -> Any:
        return _choose_lower(builder, builder.add(other, price), ir.Constant(_WIDE, [MOST_IN_ROW] * LINE))

    return types.void(line, other, price), _store_first(make)


def _is_lower(typing_context: object, line: Any, other: Any) -> Typed:
    """Say whether a line is lower than another one anywhere."""

    def build(context: Any, builder: Any, signature: Any, values: Any) -> object:
        _, (line, other) = _load_lines(context, builder, signature, values)
        lower = builder.bitcast(builder.icmp_signed("<", line, other), ir.IntType(LINE))
        return builder.icmp_unsigned("!=", lower, ir.IntType(LINE)(0))

    return types.boolean(line, other), build


copy_line = cast("Callable[[Array, Array], None]", intrinsic(_copy))
lower_line = cast("Callable[[Array, Array], None]", intrinsic(_lower))
lower_line_with = cast("Callable[[Array, Array, Array, Array], None]", intrinsic(_lower_with))
add_price = cast("Callable[[Array, Array, Array], None]", intrinsic(_add_price))
is_anywhere_lower = cast("Callable[[Array, Array], bool]", intrinsic(_is_lower))
