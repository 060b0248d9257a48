"""`make bench-peers`: the lines to beat, from systems of the same kind, beside ours on the same machine where that can be done.

    python -m bench.peers

What a peer would need (its own database, web server and language) is not installed by this command, since no package of a peer
stands in this project's locks: so it says whether the machine has one, and prints the lines with where they come from. To
measure side by side, fill a peer with 100,000 cases of twenty messages, let it listen, and time its pages alternately with
`python -m bench --sizes 100000` on the same machine: only figures of one run can be compared.
"""

import shutil
import sys
from pathlib import Path

SOURCE = "measured in November 2026 on one shared machine of two cores, 100,000 cases, peers and ours alternately, one client"
LINES = (
    ("open a case", 84, "a third", 28),
    ("first page of a list", 150, "once (Redmine)", 150),
    ("page 50 of a list", 165, "once (Redmine)", 165),
    ("search", 450, "once (Redmine)", 450),
    ("reply", 25, "half", 12.5),
    ("file", 13, "once", 13),
)
"""What, the best peer's p50 in ms, how much of it is asked of ours, and that in ms."""
PLACES = {
    "Redmine": ("/usr/share/redmine", "/opt/redmine"),
    "Request Tracker": ("/usr/share/request-tracker5", "/opt/rt5"),
    "Zammad": ("/opt/zammad",),
}


def main() -> int:
    """Print which peers this machine has, and the lines."""
    here = [
        name for name, folders in PLACES.items() if any(Path(one).exists() for one in folders) or shutil.which(name)
    ]
    print(f"Peers on this machine: {', '.join(here) or 'none'}. Nothing of theirs was run.")
    print(f"Lines to beat ({SOURCE}):\n")
    print("| what | best peer, p50 ms | asked of ours | p50 ms at most |\n|---|---|---|---|")
    for what, best, share, most in LINES:
        print(f"| {what} | {best} | {share} | {most:g} |")
    print("\nOurs: python -m bench --sizes 100000")
    return 0


if __name__ == "__main__":
    sys.exit(main())
