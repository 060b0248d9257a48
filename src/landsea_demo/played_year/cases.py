"""Problems of the played year and what becomes of each: most are answered and solved, some explained, some left in silence."""

from datetime import datetime, timedelta
from random import Random

from landsea.barriers.actions.me_too import me_too
from landsea.barriers.models import Barrier
from landsea.base.actors import ANONYMOUS, filer_of
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.file import file_case
from landsea.cases.actions.filer_moves import confirm_outcome, dispute_outcome
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.cases.filing_plan import Filing
from landsea.cases.models import Case
from landsea.cases.understanding.suggestions import choices_in
from landsea_core.caseflow import Lane, Visibility
from landsea_demo.played_year.people import at_desk
from landsea_demo.played_year.schedule import Schedule
from landsea_demo.played_year.texts import (
    ANSWER,
    EXPLAINED,
    SINGLE,
    SOLVED,
    WAVES,
    Wave,
)

SINGLE_CASES = 220
FATES = ("solved",) * 11 + ("explained",) * 3 + ("disputed", "not_confirmed", "answered", "silent", "silent", "late")
LANGUAGES = {"zh": "zh-hans"}
COUNTRIES_OF = {"en": "LA", "zh-hans": "CN", "vi": "VN", "lo": "LA", "th": "TH"}


def single_cases(schedule: Schedule, chance: Random) -> None:
    """File one problem after another all over the year."""
    length = schedule.end - schedule.start
    for number in range(SINGLE_CASES):
        row = SINGLE[number % len(SINGLE)]
        when = schedule.start + length * (number + chance.random()) / SINGLE_CASES
        language, text, place, country, filer_country, goods, hs, topic, matter, lane, visibility, party = row
        filing = Filing(
            text=text,
            language=LANGUAGES.get(language, language),
            place_code=place,
            country=country,
            filer_country=filer_country,
            goods=goods,
            hs=hs,
            topic=topic,
            matter=matter,
            lane=Lane(lane),
            lane_reason="perishable goods are waiting" if lane == "urgent" else "",
            visibility=visibility,
            party=f"{party} {number}" if party else "",
            email=f"year{number}@demo.example.org" if party else "",
            form_key=f"year-{schedule.start:%Y%m%d}-{number}",
            is_demo=True,
            to_read=choices_in(
                {"matter": matter, "country": country, "goods": f"{goods} {hs}".strip(), "filer_country": filer_country}
            ),
        )
        schedule.at(when, _file(schedule, chance, filing, FATES[chance.randrange(len(FATES))]))


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
    filing, fate = _of_wave(wave, number, chance), "waits" if number % 3 else "answered"

    def file(now: datetime) -> None:
        barrier = Barrier.objects.filter(is_demo=True, matter=wave.matter, country=wave.country).first()
        if barrier is None:
            _file(schedule, chance, filing, fate)(now)
            return
        case = me_too(barrier.pk, filing, network=f"{wave.key}{number}", actor=ANONYMOUS, now=now).case
        _live(schedule, chance, case, fate, now)

    return file


def _of_wave(wave: Wave, number: int, chance: Random) -> Filing:
    language = list(wave.texts)[number % len(wave.texts)]
    return Filing(
        text=wave.texts[language],
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


def _file(schedule: Schedule, chance: Random, filing: Filing, fate: str):
    def file(now: datetime) -> None:
        case = file_case(filing, actor=ANONYMOUS, now=now).case
        _live(schedule, chance, case, fate, now)

    return file


def _live(schedule: Schedule, chance: Random, case: Case, fate: str, filed_at: datetime) -> None:
    """Schedule what becomes of a case. `waits` is left to the common answer of its barrier, `silent` to the watcher."""
    pace = timedelta(hours=chance.randint(2, 12)) if case.lane == Lane.URGENT else timedelta(days=chance.randint(1, 5))
    if fate in ("waits", "silent"):
        return
    first = filed_at + (pace * 6 if fate == "late" else pace)
    schedule.at(first, _act(case, lambda actor, now: answer_case(actor, case.ref, ANSWER, now=now, language="en")))
    if fate in ("answered", "late"):
        return
    outcome, words = ("explained_no_change", EXPLAINED) if fate == "explained" else ("fixed", SOLVED)
    second = first + pace * 2
    schedule.at(second, _act(case, lambda actor, now: propose_outcome(actor, case.ref, outcome, words, now=now)))
    filer = filer_of(case.pk, case.language)
    if fate == "disputed":
        schedule.at(second + pace, lambda now: dispute_outcome(filer, case.ref, "It is stuck again today.", now=now))
        again = _act(case, lambda actor, now: propose_outcome(actor, case.ref, "workaround", words, now=now))
        schedule.at(second + pace * 2, again)
        schedule.at(second + pace * 3, lambda now: confirm_outcome(filer, case.ref, now=now))
    elif fate != "not_confirmed":
        schedule.at(second + pace, lambda now: confirm_outcome(filer, case.ref, now=now))


def _act(case: Case, act):
    def do(now: datetime) -> None:
        act(at_desk(Case.objects.values_list("desk_id", flat=True).get(pk=case.pk), now), now)

    return do
