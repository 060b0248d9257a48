"""What is filed in the played year: questions that the directory's own competences answer, filers from all twelve
countries, and urgent nights on which a border post gets many at once."""

from collections import defaultdict
from datetime import datetime, timedelta
from random import Random

from landsea.base.ui.countries import CORRIDOR
from landsea.cases.filing_plan import Filing
from landsea.directory.models import Competence
from landsea_core.caseflow import Lane, Visibility
from landsea_demo.simulation.clock import WORKDAY_HOURS, Clock

URGENT_SHARE = 0.06
TEXTS = {
    "en": "Our lorry waits and the paper is not accepted. Which list counts, and who decides?",
    "zh-hans": "货车在等候，单证不被接受。以哪份名单为准，由谁决定？",
    "vi": "Xe của chúng tôi đang chờ và giấy tờ không được chấp nhận. Ai quyết định?",
}


def draw_filings_by_instant(clock: Clock, chance: Random, count: int) -> dict[int, list[Filing]]:
    """Return `count` filings by the number of the instant at which they are filed."""
    rows = list(Competence.objects.exclude(country="").exclude(topic="").order_by("id"))
    border = [row for row in rows if row.place] or rows
    urgent = round(count * URGENT_SHARE) if clock.surges else 0
    found: dict[int, list[Filing]] = defaultdict(list)
    for number in range(urgent):
        surge = clock.surges[number % len(clock.surges)]
        at = surge + timedelta(minutes=chance.choice((0, 0, 15, 30)))
        row = border[(number % len(clock.surges)) * 7 % len(border)]
        found[clock.not_before(at)].append(_filing(row, chance, number, Lane.URGENT))
    for number in range(urgent, count):
        found[clock.not_before(_some_time(clock.start, chance))].append(
            _filing(chance.choice(rows), chance, number, Lane.NORMAL)
        )
    found.pop(len(clock.instants), None)
    return found


def _some_time(start: datetime, chance: Random) -> datetime:
    """A working hour, mostly; problems do not wait for Monday, so some come at the weekend."""
    day = start + timedelta(days=chance.randrange(364))
    if day.weekday() >= 5 and chance.random() < 0.7:
        day -= timedelta(days=2)
    return day + timedelta(hours=chance.choice(WORKDAY_HOURS))


def _filing(row: Competence, chance: Random, number: int, lane: Lane) -> Filing:
    language = chance.choice(list(TEXTS))
    return Filing(
        text=TEXTS[language],
        language=language,
        lane=lane,
        visibility=chance.choices(list(Visibility), (6, 2, 2))[0],
        topic=row.topic,
        matter=row.matter,
        country=row.country,
        place_code=row.place,
        hs=row.hs.ljust(6, "0") if row.hs else "",
        direction=row.direction,
        filer_country=row.filer_country or chance.choice(CORRIDOR),
        name=f"Filer {number}",
        party=f"Party {number}",
        email=f"filer{number}@simulated.example.org",
        is_demo=True,
    )
