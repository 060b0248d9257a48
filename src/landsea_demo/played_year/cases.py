"""Problems of the played year and how they are filed; what becomes of each is in `fates`."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import cycle
from random import Random

from landsea.barriers.actions.me_too import file_me_too
from landsea.barriers.models import Barrier
from landsea.base.actors import ANONYMOUS
from landsea.cases.actions.file import file_case
from landsea.cases.filing_plan import Filing, plan_for
from landsea.directory import access as directory_access
from landsea.directory.models import Desk
from landsea_core.caseflow import Lane
from landsea_demo.played_year.fates import FATES, Life
from landsea_demo.played_year.filings import Written, add_choices, deal_tellings, invent_address, write_filing
from landsea_demo.played_year.office_hours import move_into_day
from landsea_demo.played_year.schedule import Schedule
from landsea_demo.played_year.troubles import read_firms, read_troubles
from landsea_demo.played_year.waves import WAVES, Wave

SINGLE_CASES = 188
MISFILED_SHARE = 0.4
TAKEN_FOR = {
    "laboratory": ("sps_tbt", "plant_health"),
    "plant_health": ("sps_tbt", "food_safety"),
    "declaration": ("transport_border", "gate_queue"),
    "inspection": ("sps_tbt", "plant_health"),
    "certificate_rejected": ("customs_clearance", "declaration"),
    "origin_verification": ("customs_clearance", "declaration"),
    "valuation": ("taxes_fees", "tariff"),
    "rail": ("transport_border", "port"),
    "port": ("transport_border", "rail"),
    "labelling": ("sps_tbt", "food_safety"),
    "facility_registration": ("sps_tbt", "market_opening"),
    "port_charges": ("transport_border", "port"),
    "transit_bond": ("transport_border", "gate_queue"),
}
"""What some filers take a matter for: topic and matter that they choose instead."""


def file_single_cases(schedule: Schedule, chance: Random, taken: set[str]) -> None:
    """File one problem after another all over the year, in ten languages, in words that are not yet `taken`."""
    length = schedule.end - schedule.start
    waves = {wave.key for wave in WAVES}
    tellings = deal_tellings([one for key, one in read_troubles().items() if key not in waves], chance)
    for number in range(SINGLE_CASES):
        when = move_into_day(schedule.start + length * (number + chance.random()) / SINGLE_CASES, chance)
        written = write_filing(next(tellings), when, chance, f"year-{schedule.start:%Y%m%d}-{number}", taken=taken)
        schedule.at(when, _file(schedule, chance, written, draw_fate(chance)))


def play_waves(schedule: Schedule, chance: Random, taken: set[str]) -> None:
    """File the cases of each wave, and those with which a trouble comes back; by the barrier's page once there is one."""
    for wave in WAVES:
        tellings, firms = deal_tellings([read_troubles()[wave.key]], chance), _deal_firms(chance)
        span = timedelta(days=wave.first - wave.last)
        times = [schedule.end - timedelta(days=wave.first) + span * number / wave.cases for number in range(wave.cases)]
        times += [schedule.end - timedelta(days=days) for days in wave.again]
        for number, about in enumerate(times):
            when = move_into_day(about, chance)
            telling = next(tellings)
            goods = next((one for one in telling.trouble.goods if one.hs == wave.hs), None)
            written = write_filing(telling, when, chance, f"year-{wave.key}-{number}", goods, taken)
            filing = _of_wave(written.filing, wave, firms)
            schedule.at(when, _file_or_join(schedule, chance, wave, number, replace(written, filing=filing)))


def _deal_firms(chance: Random) -> dict[str, Iterator[str]]:
    """Return the firms of each country, each once before any comes again."""
    return {country: cycle(chance.sample(names, len(names))) for country, names in read_firms().items()}


def _of_wave(filing: Filing, wave: Wave, firms: dict[str, Iterator[str]]) -> Filing:
    """Return the filing as one of many of a wave: with its goods, of another firm each time, in no hurry."""
    firm = next(firms[filing.filer_country]) if filing.party else ""
    party = {"party": firm, "email": invent_address(firm) if firm else ""}
    return add_choices(replace(filing, goods=wave.goods, hs=wave.hs, lane=Lane.NORMAL, lane_reason="", **party))


def draw_fate(chance: Random) -> str:
    """Return what becomes of a case, by chance and as often as `FATES` says."""
    return chance.choices(list(FATES), list(FATES.values()))[0]


def _file_or_join(schedule: Schedule, chance: Random, wave: Wave, number: int, written: Written):
    fate = "waits" if number % 3 else "long"

    def file(now: datetime) -> None:
        barrier = Barrier.objects.filter(is_demo=True, matter=wave.matter, country=wave.country).first()
        if barrier is None:
            _file(schedule, chance, written, fate)(now)
            return
        case = file_me_too(barrier.pk, written.filing, network=f"{wave.key}{number}", actor=ANONYMOUS, now=now).case
        Life(schedule, chance, case, written.trouble, written.figures, fate).begin(now)

    return file


def _file(schedule: Schedule, chance: Random, written: Written, fate: str):
    def file(now: datetime) -> None:
        filing, right_desk = written.filing, ""
        if fate == "ends" and chance.random() < MISFILED_SHARE:
            filing, right_desk = _misfile(filing, now)
        case = file_case(filing, actor=ANONYMOUS, now=now).case
        Life(schedule, chance, case, written.trouble, written.figures, fate, right_desk).begin(now)

    return file


def _misfile(filing: Filing, now: datetime) -> tuple[Filing, str]:
    """Return the filing with a matter that it is easily taken for, and the code of the desk that is right; as it was and
    empty, where that makes no difference.
    """
    if filing.matter not in TAKEN_FOR:
        return filing, ""
    topic, matter = TAKEN_FOR[filing.matter]
    taken = add_choices(replace(filing, topic=topic, matter=matter))
    right, wrong = plan_for(filing, now).desk, plan_for(taken, now).desk
    if right.pk == wrong.pk or not (_is_somebody_at(right, now) and _is_somebody_at(wrong, now)):
        return filing, ""
    return taken, right.code


def _is_somebody_at(desk: Desk, now: datetime) -> bool:
    return desk.code != Desk.COORDINATOR and directory_access.list_people_of_desk(desk.pk, now).exists()
