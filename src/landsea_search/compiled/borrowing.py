"""Arrays that compiled code uses without counting references to them.

Numba counts the references to every array that a function is given, with an atomic increment and decrement a call: a third
of the profile's samples, when a search makes a hundred million calls. An array without an owner is not counted.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from landsea_search.compiled.numba_internals import get_null_value, intrinsic, make_array

Arrays = TypeVar("Arrays")


def _borrow(typing_context: object, arrays: Any) -> tuple[Any, Callable[..., object]]:
    """Return the same tuple of arrays, none of which is counted; whoever calls the loop holds them until it ends."""

    def build(context: Any, builder: Any, signature: Any, values: Any) -> object:
        views = []
        for place, kind in enumerate(arrays):
            view = make_array(kind)(context, builder, builder.extract_value(values[0], place))
            view.meminfo = get_null_value(view.meminfo.type)
            view.parent = get_null_value(view.parent.type)
            views.append(view._getvalue())
        return context.make_tuple(builder, arrays, views)

    return arrays(arrays), build


borrow_arrays = cast("Callable[[Arrays], Arrays]", intrinsic(_borrow))
