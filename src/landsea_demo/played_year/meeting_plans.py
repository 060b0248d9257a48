"""Which meetings the played year holds, about what, and what is promised there."""

from dataclasses import dataclass
from datetime import timedelta

MEMBERS = (("LA", "la-boten-customs.clearance"), ("TH", "th-fda.food"))


DAY = timedelta(days=1)


@dataclass(frozen=True)
class Promise:
    """A promise of one meeting: of a desk, due and done so many days after it (None: not yet), and the wave it shall end."""

    what: str
    owner: str
    success: str
    due: int
    done: int | None
    wave: str = ""


@dataclass(frozen=True)
class Meeting:
    """A dialogue so many days before the end of the year; negative: it is yet to come."""

    days: int
    kind: str
    title: str
    place: tuple[str, str]
    promises: tuple[Promise, ...] = ()


MEETINGS = (
    Meeting(
        300,
        "meeting",
        "First dialogue: fruit at land borders",
        ("Asia/Shanghai", "Chongqing, meeting room 3"),
        (
            Promise(
                "Publish which laboratories count, in four languages",
                "cn-mohan-quarantine.laboratory",
                "No case about laboratories at Mohan for 30 days",
                45,
                30,
                "laboratory",
            ),
        ),
    ),
    Meeting(
        210,
        "working_group",
        "Working group on lorries and trains",
        ("Asia/Ho_Chi_Minh", "Hanoi, and by video"),
        (
            Promise(
                "Issue lorry permits within fifteen working days",
                "vn-roads.lorry-permits",
                "Fewer cases about permits in the month after",
                45,
                60,
                "lorry",
            ),
            Promise(
                "Give two wagons a train to goods from Vientiane South",
                "la-railway.rail",
                "No waiting for a slot above five days",
                60,
                None,
                "wagons",
            ),
        ),
    ),
    Meeting(
        120,
        "field_visit",
        "Visit to Boten and Mohan",
        ("Asia/Vientiane", "Boten gate"),
        (
            Promise(
                "Put up the opening hours of holidays at the gate, in Lao, Chinese and Thai",
                "la-boten-customs.gate",
                "No lorry turned away on a holiday",
                30,
                21,
            ),
        ),
    ),
    Meeting(
        21,
        "hearing",
        "Hearing on payments",
        ("Asia/Shanghai", "By video"),
        (
            Promise(
                "Name one list of papers for payments of seafood",
                "cn-safe.fx",
                "No payment held for other papers",
                40,
                None,
                "payment",
            ),
        ),
    ),
    Meeting(-14, "meeting", "Next dialogue: rail and holidays", ("Asia/Vientiane", "Vientiane, room to be told")),
)


ANSWER_DAYS_AFTER_DONE = 2
