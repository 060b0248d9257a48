"""Where this installation keeps what it writes. What lies inside each folder is its owner's business."""

import hashlib
import os
from pathlib import Path


def find_checkout_folder() -> Path:
    """Return the folder that holds the Makefile, `data/` and `src/`."""
    return Path(__file__).resolve().parents[2]


def find_var_folder() -> Path:
    """Return the folder for all that changes while the platform runs: `LANDSEA_VAR`, else `var/` of the checkout.

    The folder need not exist yet.
    """
    chosen = os.environ.get("LANDSEA_VAR")
    return Path(chosen).absolute() if chosen else find_checkout_folder() / "var"


def compute_fingerprint(path: Path) -> str:
    """Return twelve hex digits that stand for this path, for names outside it that two checkouts must not share."""
    return hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:12]
