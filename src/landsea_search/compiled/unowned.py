"""Arrays that compiled code uses without counting references to them.

Numba counts references to every array that a function is given, with an atomic increment and decrement a call: a third
of the profile's samples, when a search makes a hundred million calls. An array without an owner is not counted.
"""

from numba.core import cgutils, types
from numba.core.extending import intrinsic
from numba.np.arrayobj import make_array


@intrinsic
def unowned(typing_context: object, arrays: types.BaseTuple) -> tuple:
    """The same tuple of arrays, none of which is counted; the caller of the compiled code must hold them until the end."""

    def build(context: object, builder: object, signature: object, values: list) -> object:
        views = []
        for place, kind in enumerate(arrays):
            view = make_array(kind)(context, builder, builder.extract_value(values[0], place))
            view.meminfo = cgutils.get_null_value(view.meminfo.type)
            view.parent = cgutils.get_null_value(view.parent.type)
            views.append(view._getvalue())
        return context.make_tuple(builder, arrays, views)

    return arrays(arrays), build
