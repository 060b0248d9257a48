"""Work on lines of rows (`foresight`) in the processor's wide registers: each function takes a line in a few instructions.

Written as loops over thirty-two numbers, some were unrolled into single steps instead, one number after the other.
"""

from collections.abc import Callable

from llvmlite import ir
from numba.core import types
from numba.core.extending import intrinsic
from numba.np.arrayobj import make_array

CAPS_OF_LINE, FIELDS = 8, 4
LINE = FIELDS * CAPS_OF_LINE
MOST = 10_000  # three times as much still fits sixteen bits

_NUMBER = ir.IntType(16)
_WIDE = ir.VectorType(_NUMBER, LINE)


def _lines(context: object, builder: object, signature: object, values: list) -> tuple[list, list]:
    """Return where the lines given to a function are, and the lines."""
    places = []
    for kind, value in zip(signature.args, values, strict=True):
        data = make_array(kind)(context, builder, value).data
        places.append(builder.bitcast(data, _WIDE.as_pointer()))
    return places, [builder.load(place, align=2) for place in places]


def _lower_of(builder: object, one: object, other: object) -> object:
    return builder.select(builder.icmp_signed("<", one, other), one, other)


def _made(make: Callable) -> Callable:
    """Return how to build a function that puts into its first line what `make` makes of all of them."""

    def build(context: object, builder: object, signature: object, values: list) -> object:
        places, lines = _lines(context, builder, signature, values)
        builder.store(make(builder, *lines), places[0], align=2)
        return context.get_dummy_value()

    return build


@intrinsic
def copy(typing_context: object, line: types.Array, other: types.Array) -> tuple:
    """Make a line the same as another one."""
    return types.void(line, other), _made(lambda builder, line, other: other)


@intrinsic
def lower(typing_context: object, line: types.Array, other: types.Array) -> tuple:
    """Lower a line to another one where that is lower."""
    return types.void(line, other), _made(_lower_of)


@intrinsic
def lower_for(
    typing_context: object, line: types.Array, other: types.Array, price: types.Array, risk: types.Array
) -> tuple:
    """Lower a line to another one with a price and a risk on top, where that is lower."""

    def make(builder: object, line: object, other: object, price: object, risk: object) -> object:
        return _lower_of(builder, builder.add(builder.add(other, price), risk), line)

    return types.void(line, other, price, risk), _made(make)


@intrinsic
def pay(typing_context: object, line: types.Array, other: types.Array, price: types.Array) -> tuple:
    """Make a line another one with a price on top, `MOST` at most."""

    def make(builder: object, line: object, other: object, price: object) -> object:
        return _lower_of(builder, builder.add(other, price), ir.Constant(_WIDE, [MOST] * LINE))

    return types.void(line, other, price), _made(make)


@intrinsic
def anywhere_lower(typing_context: object, line: types.Array, other: types.Array) -> tuple:
    """Say whether a line is lower than another one anywhere."""

    def build(context: object, builder: object, signature: object, values: list) -> object:
        _, (line, other) = _lines(context, builder, signature, values)
        lower = builder.bitcast(builder.icmp_signed("<", line, other), ir.IntType(LINE))
        return builder.icmp_unsigned("!=", lower, ir.IntType(LINE)(0))

    return types.boolean(line, other), build
