"""The corridor as this process sees it: read once from the reference files, by way of a cache file under `var`.

No Django here: `landsea plan` starts without it.
"""

import os
from functools import lru_cache
from pathlib import Path

from landsea_core.planner.network.load import load_corridor
from landsea_core.planner.network.model import Corridor
from landsea_paths import find_checkout_folder, find_var_folder


def find_reference_folder() -> Path:
    """Return the folder of the reference files: `LANDSEA_REFERENCE`, else `data/reference` of the checkout."""
    chosen = os.environ.get("LANDSEA_REFERENCE")
    return Path(chosen) if chosen else find_checkout_folder() / "data" / "reference"


def find_additions_folder() -> Path:
    """Return the folder of what this installation has taken in beside the reference files (feeds)."""
    return find_var_folder() / "network"


@lru_cache(maxsize=1)
def read_corridor() -> Corridor:
    """Return the network. Raises NetworkFault when a file cannot be read."""
    return load_corridor(
        find_reference_folder(), find_var_folder() / "cache" / "network.pickle", find_additions_folder()
    )
