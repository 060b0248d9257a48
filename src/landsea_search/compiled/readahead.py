"""Asking for memory before it is needed, so that a loop works on while it comes."""

from llvmlite import ir
from numba.core import cgutils, types
from numba.core.extending import intrinsic
from numba.np.arrayobj import basic_indexing, make_array


@intrinsic
def read_ahead(typing_context: object, array: types.Array, places: types.UniTuple) -> tuple:
    """Ask for what is at these places of an array: a hint that changes nothing."""
    return types.void(array, places), _build


def _build(context: object, builder: object, signature: object, values: list) -> object:
    array = make_array(signature.args[0])(context, builder, values[0])
    kinds, places = tuple(signature.args[1]), cgutils.unpack_tuple(builder, values[1])
    there, *_ = basic_indexing(context, builder, signature.args[0], array, kinds, places, boundscheck=False)
    there = builder.bitcast(there, ir.IntType(8).as_pointer())
    number = ir.IntType(32)
    ask = builder.module.declare_intrinsic(
        "llvm.prefetch", [there.type], ir.FunctionType(ir.VoidType(), [there.type, number, number, number])
    )
    builder.call(ask, [there, number(0), number(3), number(1)])
    return context.get_dummy_value()
