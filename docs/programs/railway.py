"""A railway's program: sends what happened to its trains, says that a place stands still, or that it moves again.

Usage: railway.py trips TRAINS.csv | railway.py stands PLACE WHY | railway.py moves NUMBER
"""

import hashlib
import sys
from datetime import date
from pathlib import Path

from asking import ask


def send_trips(path: Path) -> None:
    """Send a file of trips; the same file sent again is known."""
    text = path.read_text("utf-8-sig")
    told = ask("POST", "/trips", {"mode": "rail", "trips": text}, once=hashlib.sha256(text.encode()).hexdigest())
    print(f"{told['new']} new, {told['known_before']} known before")


def say_it_stands(place: str, why: str) -> None:
    """Say that a place stands still from today on."""
    body = {"target": place, "since": date.today().isoformat(), "says": why, "source": "our control room"}
    print(ask("POST", "/disruptions", body)["id"])


def say_it_moves(number: str) -> None:
    """Say that what was reported under this number is over."""
    ask("POST", f"/disruptions/{number}/end")


if __name__ == "__main__":
    acts = {("trips", 1): send_trips, ("stands", 2): say_it_stands, ("moves", 1): say_it_moves}
    act = acts.get((sys.argv[1] if len(sys.argv) > 1 else "", len(sys.argv) - 2))
    if act is None:
        sys.exit(__doc__)
    act(*(Path(one) if act is send_trips else one for one in sys.argv[2:]))
