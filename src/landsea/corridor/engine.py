"""The engine that processes plan with as long as they run: the compiled search once it is loaded into this one.

Loading takes about a second, and half a minute and more where the search was not compiled since its sources changed. A thread
does it, begun by the first question, and plain Python answers meanwhile. `landsea serve` has it compiled as it starts.
"""

import threading
from functools import cache

from landsea_search import Network, Planner, load_compiled, make_planner, make_planner_at_once


def choose_planner(network: Network) -> Planner:
    """Return the planner for a network that answers soonest now; all answer the same."""
    return make_planner_at_once(network) if start_loading().is_alive() else make_planner(network)


@cache
def start_loading() -> threading.Thread:
    """Return the thread that loads the compiled search into this process, begun at the first call."""
    thread = threading.Thread(target=load_compiled, kwargs={"gently": True}, name="loading the search", daemon=True)
    thread.start()
    return thread
