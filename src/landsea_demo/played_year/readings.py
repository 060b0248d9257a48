"""What was read of the words of the played year: filers who chose otherwise leave corrections, and once a month a
coordinator judges the oldest of them. The last weeks' wait for whoever opens the page.
"""

from datetime import datetime, timedelta

from landsea.cases.actions.read_filed import AT_ONCE, read_filed
from landsea.teaching.access import list_corrections
from landsea.teaching.actions.judge import judge_correction
from landsea.teaching.models import Verdict
from landsea_demo.played_year.people import find_coordinator
from landsea_demo.played_year.schedule import Schedule

FIRST, EVERY, LEFT_WAITING = timedelta(days=60), timedelta(days=30), timedelta(days=45)
JUDGED_AT_ONCE = 12
VERDICTS = (Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.WORD, Verdict.REJECTED)


def play_judgements(schedule: Schedule) -> None:
    """Let a coordinator judge what waits, once a month."""
    when = schedule.start + FIRST
    while when < schedule.end - LEFT_WAITING:
        schedule.at(when, _judge)
        when += EVERY


def read_what_was_filed() -> None:
    """Read the words of all cases that wait for it, as the worker would have."""
    while read_filed() == AT_ONCE:
        pass


def _judge(now: datetime) -> None:
    actor = find_coordinator(now)
    waiting = (
        list_corrections(actor).filter(judgement=None, at__lte=now).order_by("at", "pk").values_list("pk", flat=True)
    )
    for number, pk in enumerate(list(waiting[:JUDGED_AT_ONCE])):
        judge_correction(actor, pk, VERDICTS[number % len(VERDICTS)], now=now)
