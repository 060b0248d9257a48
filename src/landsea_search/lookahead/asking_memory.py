"""Asking for memory before it is needed, so that a loop works on while it comes."""

from collections.abc import Callable
from typing import Any, cast

from llvmlite import ir
from numba.core import types

from landsea_search.compiled.loops import Array
from landsea_search.compiled.numba_internals import index_array, intrinsic, make_array, unpack_tuple


def _ask(typing_context: object, array: Any, places: Any) -> tuple[Any, Callable[..., object]]:
    """Ask for what is at these places of an array: a hint that changes nothing."""
    return types.void(array, places), _build


def _build(context: Any, builder: Any, signature: Any, values: Any) -> object:
    array = make_array(signature.args[0])(context, builder, values[0])
    kinds, places = tuple(signature.args[1]), unpack_tuple(builder, values[1])
    there, *_ = index_array(context, builder, signature.args[0], array, kinds, places, boundscheck=False)
    there = builder.bitcast(there, ir.IntType(8).as_pointer())
    number = ir.IntType(32)
    ask = builder.module.declare_intrinsic(
        "llvm.prefetch", [there.type], ir.FunctionType(ir.VoidType(), [there.type, number, number, number])
    )
    builder.call(ask, [there, number(0), number(3), number(1)])
    return context.get_dummy_value()


ask_for_memory = cast("Callable[[Array, tuple[Any, ...]], None]", intrinsic(_ask))
