"""Barriers and dialogues of the played year: four were held, one is to come; promises were kept, kept late and broken."""

import uuid
from datetime import datetime, timedelta
from random import Random

from landsea.accounts.models import User
from landsea.barriers import access as barriers_access
from landsea.barriers.actions.answer_members import answer_members
from landsea.barriers.actions.open_barrier import Words, open_barrier
from landsea.barriers.models import Barrier, Joined
from landsea.base.actors import make_filer
from landsea.cases.actions.filer_moves import confirm_outcome
from landsea.cases.actions.send_common_answer import send_waiting
from landsea.cases.models import Case
from landsea.dialogues.access import list_seats
from landsea.dialogues.actions.agenda import accept_agenda, propose_agenda
from landsea.dialogues.actions.convene import Plan, convene_dialogue
from landsea.dialogues.actions.minutes import open_minutes
from landsea.dialogues.actions.minutes_lines import Promised, agree_line, write_line
from landsea.dialogues.actions.promises import complete_promise
from landsea.dialogues.actions.seats import invite_country, reply_to_invitation
from landsea.dialogues.models import ActionItem, Dialogue
from landsea.directory import access as directory_access
from landsea_core.clock import get_calendar
from landsea_demo.played_year.meeting_plans import ANSWER_DAYS_AFTER_DONE, DAY, MEETINGS, MEMBERS, Meeting
from landsea_demo.played_year.minutes import read_minutes, translate_beside
from landsea_demo.played_year.office_hours import find_next_working_time
from landsea_demo.played_year.people import find_coordinator, find_holder_by_code
from landsea_demo.played_year.schedule import Schedule
from landsea_demo.played_year.titles import find_title
from landsea_demo.played_year.troubles import DESK_LANGUAGE
from landsea_demo.played_year.waves import WAVES, Wave
from landsea_demo.problem_filings import PAGE_LANGUAGES

CHINA, ASEAN = "cn-chongqing-commerce.help", "vn-customs.clearance"


def play_barriers(schedule: Schedule) -> None:
    """Open a barrier of each wave on its day, from what the rule proposes by then."""
    for wave in WAVES:
        schedule.at(schedule.end - timedelta(days=wave.opened), _open(wave))


def _open(wave: Wave):
    def open_it(now: datetime) -> None:
        actor = find_coordinator(now)
        ids = [
            pk
            for proposal in barriers_access.list_proposals(actor, now)
            if dict(proposal.shared)["matter"] == wave.matter and dict(proposal.shared)["country"] == wave.country
            for pk in proposal.cases
        ]
        words = Words(
            titles=find_title(wave.title),
            texts=find_title(wave.advice),
            topic=wave.topic,
            matter=wave.matter,
            country=wave.country,
            place_code=wave.place,
            chapter=wave.hs[:2],
            goods=wave.goods,
            is_demo=True,
        )
        open_barrier(actor, words, ids, now=now, joined=Joined.GROUPED)

    return open_it


def play_meetings(schedule: Schedule) -> None:
    """Plan each dialogue a month ahead, hold it on its day, and keep its promises or not."""
    for meeting in MEETINGS:
        starts = _working_day(schedule.end - timedelta(days=meeting.days)).replace(
            hour=2, minute=0, second=0, microsecond=0
        )
        schedule.at(min(starts - 30 * DAY, schedule.end - DAY), _plan(schedule, meeting, starts))


def _working_day(about: datetime) -> datetime:
    """Return a time on the first day, from `about` on, on which both chairing countries work."""
    calendars = [get_calendar(country) for country in ("CN", "VN")]
    while not all(one.day(about.date()).working for one in calendars):
        about += DAY
    return about


def _plan(schedule: Schedule, meeting: Meeting, starts: datetime):
    def plan_it(now: datetime) -> None:
        actor = find_coordinator(now)
        zone, where = meeting.place
        ends, languages = starts + timedelta(hours=3), ("zh", "vi", "lo", "en")
        plan = Plan(meeting.kind, find_title(meeting.title), starts, ends, zone, where, languages, is_demo=True)
        dialogue = convene_dialogue(actor, plan, now=now)
        for country, desk, role in (
            ("CN", CHINA, "chair"),
            ("VN", ASEAN, "chair"),
            *((c, d, "member") for c, d in MEMBERS),
        ):
            person = find_holder_by_code(desk, now)
            invite_country(
                actor, dialogue.pk, country=country, name=person.name, email=_address(person), role=role, now=now
            )
            reply_to_invitation(person, dialogue.pk, "accepted", now=now)
        schedule.at(
            min(starts - 10 * DAY, schedule.end - timedelta(hours=2)), lambda at: _agree_on_agenda(dialogue.pk, at)
        )
        schedule.at(starts, lambda at: _hold(schedule, meeting, dialogue.pk, at))

    return plan_it


def _address(actor) -> str:
    return User.objects.values_list("email", flat=True).get(pk=actor.user_id)


def _agree_on_agenda(dialogue_id: int, now: datetime) -> None:
    version = propose_agenda(find_coordinator(now), dialogue_id, now=now, most=8).agenda_version
    if Dialogue.objects.get(pk=dialogue_id).agenda.exists():
        for desk in (CHINA, ASEAN):
            accept_agenda(find_holder_by_code(desk, now), dialogue_id, version, now=now)


def _hold(schedule: Schedule, meeting: Meeting, dialogue_id: int, now: datetime) -> None:
    dialogue, minuted = Dialogue.objects.get(pk=dialogue_id), read_minutes()[meeting.title]
    language = minuted.language
    chair = find_holder_by_code(CHINA if language == "zh" else ASEAN, now)
    open_minutes(chair, dialogue_id, {seat.pk for seat in list_seats(dialogue)}, now=now)
    heard = write_line(chair, dialogue_id, "note", minuted.heard[language], now=now)
    translate_beside(chair, "minutes_line", heard.pk, minuted.heard, language, now)
    for promise in meeting.promises:
        wave = next((wave for wave in WAVES if wave.key == promise.wave), None)
        barrier = Barrier.objects.filter(is_demo=True, matter=wave.matter).first() if wave else None
        what, success = minuted.promise(promise.what)
        due = (now + promise.due * DAY).date()
        promised = Promised(what, promise.owner, due, success, barrier.pk if barrier else None)
        decisions = minuted.decisions(promise.what)
        line = write_line(chair, dialogue_id, "decision", decisions[language], now=now, promised=promised)
        said = {other: "\n".join(words) for other, words in minuted.promises[promise.what].items()}
        translate_beside(chair, "minutes_line", line.pk, decisions, language, now)
        for desk in (CHINA, ASEAN):
            agree_line(find_holder_by_code(desk, now), line.pk, line.text, now=now)
        translate_beside(chair, "promise", line.action.pk, said, language, now)  # seen from when both sides agreed
        if promise.done is not None:
            kept = minuted.kept[promise.what]
            schedule.at(now + promise.done * DAY, _keep(schedule, line.action.pk, barrier, kept))


def _keep(schedule: Schedule, action_id: int, barrier: Barrier | None, evidence: str):
    def keep(now: datetime) -> None:
        owner = ActionItem.objects.select_related("owner").get(pk=action_id).owner
        complete_promise(find_holder_by_code(owner.code, now), action_id, evidence, now=now)
        if barrier is not None:
            desk = directory_access.find_coordinator_desk()
            when = find_next_working_time(desk, now + ANSWER_DAYS_AFTER_DONE * DAY, Random(barrier.pk), urgent=False)
            schedule.at(when, lambda at: _answer_all(schedule, barrier, at))

    return keep


def _answer_all(schedule: Schedule, barrier: Barrier, now: datetime) -> None:
    wave = next(one for one in WAVES if one.matter == barrier.matter)
    language = DESK_LANGUAGE[wave.country]
    given = answer_members(
        find_coordinator(now),
        barrier.pk,
        wave.solved,
        form_key=uuid.uuid5(uuid.NAMESPACE_OID, f"year-{barrier.pk}-{now:%Y%m%d}"),
        now=now,
        outcome="fixed",
        language=PAGE_LANGUAGES.get(language, language),
    )
    send_waiting(given.pk, now=now)
    for number, item in enumerate(given.items.filter(state="sent").select_related("case")):
        if number % 4:
            schedule.at(now + 3 * DAY + timedelta(minutes=7 * number), _confirm(item.case))


def _confirm(case: Case):
    return lambda now: confirm_outcome(make_filer(case.pk, case.language), case.ref, now=now)
