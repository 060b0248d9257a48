"""The sheet's modes of transport and what each costs."""

from dataclasses import dataclass

from landsea_search.worksheet.feed import FeedProblem, FeedStop


@dataclass(frozen=True, slots=True)
class Mode:
    """USD and kg CO2e a kilometre (times 1000/10 in the sheet's units), cost of boarding, fading of lateness."""

    usd: int
    kg: int
    boarding: int
    tau: int


MODES = {
    "road": Mode(110, 80, 3, 60),
    "rail": Mode(35, 28, 6, 180),
    "barge": Mode(12, 25, 7, 240),
    "sea": Mode(7, 11, 9, 480),
    "air": Mode(450, 700, 12, 90),
}
CURVES = {name: number for number, name in enumerate(MODES)}


def read_mode(stop: FeedStop) -> str:
    """Return the first word of the stop's name; raises `FeedProblem` when the sheet has no such mode."""
    mode = stop.name.split(" ", 1)[0]
    if mode not in MODES:
        raise FeedProblem(f"stops.txt: stop {stop.key} is called {stop.name!r}; begin with one of {', '.join(MODES)}.")
    return mode
