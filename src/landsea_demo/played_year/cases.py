"""Problems of the played year and how they are filed; what becomes of each is in `fates`."""

from datetime import datetime, timedelta
from random import Random

from landsea.barriers.actions.me_too import me_too
from landsea.barriers.models import Barrier
from landsea.base.actors import ANONYMOUS
from landsea.cases.actions.file import file_case
from landsea.cases.filing_plan import Filing
from landsea.cases.understanding.suggestions import choices_in
from landsea_core.caseflow import Visibility
from landsea_demo.played_year.fates import FATES, live_on
from landsea_demo.played_year.filings import SPACE, WORDS, figures_for, write_filing
from landsea_demo.played_year.filings.kinds import GOODS, KINDS
from landsea_demo.played_year.schedule import Schedule
from landsea_demo.played_year.texts import SINGLE, WAVES, Wave
from landsea_demo.problem_filings import filing_of_problem

SINGLE_CASES = 220
COUNTRIES_OF = {"en": "LA", "zh-hans": "CN", "vi": "VN", "lo": "LA", "th": "TH"}
KIND_OF = {kind.matter: key for key, kind in KINDS.items()}
HOW_MANY = {
    "en": "This is about {n} loads, for {days} days.",
    "zh": "涉及{n}批货，已经{days}天。",
    "vi": "Việc này liên quan {n} lô hàng, đã {days} ngày.",
    "lo": "ກ່ຽວຂ້ອງ {n} ຊຸດ ເປັນເວລາ {days} ວັນແລ້ວ.",
    "th": "เกี่ยวข้องกับสินค้า {n} ล็อต เป็นเวลา {days} วันแล้ว",
}
KIND_OF_WAVE = {"laboratory": "laboratory", "lorries": "lorry", "wagons": "rail", "payments": "payment"}


def single_cases(schedule: Schedule, chance: Random) -> None:
    """File one problem after another all over the year; in between those of the demo, which has further languages."""
    length = schedule.end - schedule.start
    every = max(1, SINGLE_CASES // len(SINGLE))
    for number in range(SINGLE_CASES):
        when = schedule.start + length * (number + chance.random()) / SINGLE_CASES
        key = f"year-{schedule.start:%Y%m%d}-{number}"
        if number % every == 0 and number // every < len(SINGLE):
            filing, kind = _of_row(SINGLE[number // every], number, key)
        else:
            written = write_filing(number, chance, key)
            filing, kind = written.filing, written.kind
        schedule.at(when, _file(schedule, chance, filing, FATES[chance.randrange(len(FATES))], kind))


def _of_row(row, number: int, form_key: str) -> tuple[Filing, str]:
    party, email = f"{row[-1]} {number}", f"year{number}@demo.example.org"
    filing = filing_of_problem(row, party=party, email=email, form_key=form_key)
    return filing, KIND_OF.get(filing.matter, "")


def play_waves(schedule: Schedule, chance: Random) -> None:
    """File the cases of each wave, and those with which a trouble comes back; by the barrier's page once there is one."""
    for wave in WAVES:
        span = timedelta(days=wave.first - wave.last)
        for number in range(wave.cases):
            when = schedule.end - timedelta(days=wave.first) + span * number / wave.cases
            schedule.at(when, _file_or_join(schedule, chance, wave, number))
        for number, days in enumerate(wave.again, start=wave.cases):
            schedule.at(schedule.end - timedelta(days=days), _file_or_join(schedule, chance, wave, number))


def _file_or_join(schedule: Schedule, chance: Random, wave: Wave, number: int):
    filing, fate, kind = _of_wave(wave, number, chance), "waits" if number % 3 else "long", KIND_OF_WAVE[wave.key]

    def file(now: datetime) -> None:
        barrier = Barrier.objects.filter(is_demo=True, matter=wave.matter, country=wave.country).first()
        if barrier is None:
            _file(schedule, chance, filing, fate, kind)(now)
            return
        case = me_too(barrier.pk, filing, network=f"{wave.key}{number}", actor=ANONYMOUS, now=now).case
        live_on(schedule, chance, case, fate, kind, now)

    return file


def _of_wave(wave: Wave, number: int, chance: Random) -> Filing:
    language = list(wave.texts)[number % len(wave.texts)]
    return Filing(
        text=_wave_text(wave, language, chance),
        language=language,
        place_code=wave.place,
        country=wave.country,
        filer_country=COUNTRIES_OF[language],
        goods=wave.goods,
        hs=wave.hs,
        topic=wave.topic,
        matter=wave.matter,
        visibility=chance.choice((Visibility.NAMED, Visibility.NAMED, Visibility.COORDINATOR_ONLY)),
        party=f"Demo {wave.key.title()} {number}",
        email=f"{wave.key}{number}@demo.example.org",
        form_key=f"year-{wave.key}-{number}",
        is_demo=True,
        to_read=choices_in({"matter": wave.matter, "filer_country": COUNTRIES_OF[language]}),
    )


def _wave_text(wave: Wave, language: str, chance: Random) -> str:
    """What somebody in the wave wrote: its trouble, with a question of such cases where the language has one."""
    short, kind = language.partition("-")[0], KIND_OF_WAVE[wave.key]
    words = WORDS[short].get(kind)
    if words is None:
        return SPACE.get(short, " ").join((wave.texts[language], HOW_MANY[short])).format(**figures_for(chance))
    first, other, ask, question = words
    goods = [names[short] for hs, names in GOODS.values() if hs[:4] == wave.hs[:4]]
    values = figures_for(chance) | {"goods": goods[0] if goods else wave.hs}
    openings = (wave.texts[language],) if wave.place or not goods else (wave.texts[language], first, other)
    parts = [chance.choice(openings), HOW_MANY[short], chance.choice((ask, question))]
    return SPACE.get(short, " ").join(part.format(**values) for part in parts)


def _file(schedule: Schedule, chance: Random, filing: Filing, fate: str, kind: str):
    def file(now: datetime) -> None:
        case = file_case(filing, actor=ANONYMOUS, now=now).case
        live_on(schedule, chance, case, fate, kind, now)

    return file
