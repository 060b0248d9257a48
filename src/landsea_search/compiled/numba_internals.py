"""Parts of Numba beneath its documented surface, in one place: what a new version of it may break is used from here.

They build instructions for LLVM from the types and values of a call, for what no loop in Python can say.
"""

from typing import Any

from numba.core import cgutils, extending
from numba.np import arrayobj

intrinsic: Any = extending.intrinsic
make_array: Any = arrayobj.make_array
index_array: Any = arrayobj.basic_indexing
get_null_value: Any = cgutils.get_null_value
unpack_tuple: Any = cgutils.unpack_tuple
