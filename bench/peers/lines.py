"""The lines to beat that were measured elsewhere, for where no peer can be installed."""

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


def print_lines() -> None:
    """Print the lines as a table."""
    print(f"Lines to beat ({SOURCE}):\n")
    print("| what | best peer, p50 ms | asked of ours | p50 ms at most |\n|---|---|---|---|")
    for what, best, share, most in LINES:
        print(f"| {what} | {best} | {share} | {most:g} |")
