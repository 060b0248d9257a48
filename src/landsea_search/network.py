"""What a search runs on: stops, lines with their runs, haulages, transfers and risk curves, in whole numbers.

A stop is an index, a time is whole minutes since any one instant, and costs, emissions and risks are whole numbers in any
unit: the search knows no cargo, countries, money or clocks. Whoever has a real network (a GTFS feed, say) makes one
`Network` of it for one cargo, and reads the legs of the answer back by index.

How a consignment may move, and what it pays:

* It is ready at the origin at `Query.ready`. There it boards without interchange time and without risk.
* It boards a run of a line where `Move.boarding` says what that costs, if it is ready `cut_off` minutes before the
  departure or earlier. The rest of the waiting is the slack; the boarding's risk is the curve's value at that slack.
* On board it pays each move's cost and CO2e, and may leave after any move that allows it.
* After it has left a vehicle it changes at the same stop (ready after `Stop.interchange`) or makes one transfer (ready
  after `Transfer.minutes`; two transfers never follow each other). Then it boards again, takes a haulage, or has arrived.
* A haulage is a vehicle without a timetable: it leaves when the consignment is ready, and counts as a vehicle.
* It may leave a run and board the same run again later; it pays for boarding again.
* It has arrived when the last vehicle reaches the destination, or when a last transfer does.

Rows are numbered by position: stop 3 is `network.stops[3]`, and so are lines, haulages, transfers and curves.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Opening:
    """When work may begin: windows of minutes [opens, closes), sorted and apart; begun work runs through.

    So cargo that comes later never begins earlier, and the search is exact because of that.
    """

    windows: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where vehicles are boarded and left; `interchange` minutes from one to the next, None: no changing."""

    key: str
    interchange: int | None = 0
    opening: Opening | None = None


@dataclass(frozen=True, slots=True)
class Boarding:
    """What boarding costs; `curve` is the index of its risk curve (None: no risk), `cut_off` is in minutes."""

    cost: int = 0
    co2: int = 0
    curve: int | None = None
    cut_off: int = 0


@dataclass(frozen=True, slots=True)
class Move:
    """A vehicle goes from one stop to the next: minutes after the run's start, at least one minute on the way.

    `boarding` None: nobody may board before this move. `alighting` False: nobody may leave after it.
    """

    origin: int
    destination: int
    departs: int
    arrives: int
    cost: int = 0
    co2: int = 0
    boarding: Boarding | None = field(default_factory=Boarding)
    alighting: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """Runs that make the same moves at the same intervals and prices, each from another minute of `starts` (sorted).

    Runs with other intervals or prices are another line. So no run of a line overtakes another one.
    """

    moves: tuple[Move, ...]
    starts: tuple[int, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Haulage:
    """A vehicle without a timetable; takes at least one minute, leaves when the cargo is ready and `opening` allows."""

    origin: int
    destination: int
    minutes: int
    cost: int = 0
    co2: int = 0
    risk: int = 0
    opening: Opening | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Transfer:
    """A way between two different stops that replaces the interchange time; never two in a row."""

    origin: int
    destination: int
    minutes: int
    cost: int = 0
    co2: int = 0
    opening: Opening | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class RiskCurve:
    """Risk by minutes of slack: `values[slack]`, the last value for all greater slacks; it must never rise."""

    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Everything a search runs on, for one cargo. `find_faults` says what is wrong with one."""

    stops: tuple[Stop, ...]
    lines: tuple[Line, ...]
    haulages: tuple[Haulage, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    curves: tuple[RiskCurve, ...] = ()
