"""The engine that processes plan with as long as they run: the compiled search once it is loaded into this one.

Loading takes about a second, and half a minute and more where the search was not compiled since its sources changed. A thread
does it, begun by the first question, and plain Python answers meanwhile. `landsea serve` has it compiled as it starts.
"""

import threading
from functools import cache

from landsea_search import Network, Planner, load_compiled, planner_at_once, planner_for


def engine(network: Network) -> Planner:
    """Return the planner for a network that answers soonest now; all answer the same."""
    return planner_at_once(network) if _loading().is_alive() else planner_for(network)


@cache
def _loading() -> threading.Thread:
    thread = threading.Thread(target=load_compiled, kwargs={"gently": True}, name="loading the search", daemon=True)
    thread.start()
    return thread
