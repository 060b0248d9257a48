"""The engine that processes plan with as long as they run: the compiled search once it stands ready in this one.

Numba keeps what it compiled beside the sources. Where that is missing, or older than they are, compiling takes half a
minute and more: a thread does it, begun by the first question, and plain Python answers meanwhile all but the hardest.
"""

import threading
from functools import cache

from landsea_search import Network, Planner, compile_beforehand, planner_at_once, planner_for


def engine(network: Network) -> Planner:
    """Return the planner for a network that answers soonest now; all answer the same."""
    return planner_at_once(network) if _compiling().is_alive() else planner_for(network)


@cache
def _compiling() -> threading.Thread:
    thread = threading.Thread(target=compile_beforehand, name="compiling the planner", daemon=True)
    thread.start()
    return thread
