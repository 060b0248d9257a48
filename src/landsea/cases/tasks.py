"""Background work of the cases app. A job only wakes what finds in the rows what is to do."""

from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.cases.actions.follow_desks import follow_desks
from landsea.cases.actions.read_filed import read_filed
from landsea.cases.actions.recount import recount_running_steps
from landsea.cases.actions.send_common_answer import (
    send_left_waiting,
    send_waiting,
)
from landsea.cases.actions.send_late_digests import send_late_digests
from landsea.cases.actions.send_link_again import send_link_again
from landsea.cases.actions.sweep_files import sweep_files
from landsea.cases.deadline_watcher import act_on_due_cases
from landsea.cases.record_counting import count_records
from landsea.directory.actions.keep_records import keep_records


@app.periodic(cron="* * * * * */10")
@app.task(name="cases.watch", queueing_lock="cases.watch")
def watch_deadlines(timestamp: int) -> None:
    """Every ten seconds: let cases move whose deadline has passed."""
    act_on_due_cases(timezone.now())


@app.periodic(cron="* * * * * */10")
@app.task(name="cases.read_filed", queueing_lock="cases.read_filed")
def read_filed_words(timestamp: int) -> None:
    """Every ten seconds: read the words of cases that were filed since, for evidence."""
    read_filed()


@app.periodic(cron="* * * * *")
@app.task(name="cases.follow_desks", queueing_lock="cases.follow_desks")
def follow_people_of_desks(timestamp: int) -> None:
    """Once a minute: move open cases to desks that gained their first people, and away from those that lost the last."""
    follow_desks(timezone.now())


@app.periodic(cron="4 * * * *")
@app.task(name="cases.late_digests", queueing_lock="cases.late_digests")
def send_digests_of_late_cases(timestamp: int) -> None:
    """Once an hour: tell everybody whose office has opened of their late cases, once a day."""
    send_late_digests(timezone.now())


@app.periodic(cron="37 * * * *")
@app.task(name="cases.recount", queueing_lock="cases.recount")
def recount_deadlines(timestamp: int) -> None:
    """Once an hour: move deadlines across days that became official since they were counted."""
    recount_running_steps(timezone.now())


@app.periodic(cron="17 * * * *")
@app.task(name="cases.sweep_files", queueing_lock="cases.sweep_files")
def sweep_held_files(timestamp: int) -> None:
    """Once an hour: take away files of forms that were never sent, and bytes that no row knows."""
    sweep_files(now=timezone.now())


@app.periodic(cron="7 * * * *")
@app.task(name="cases.count_records", queueing_lock="cases.count_records")
def count_desk_records(timestamp: int) -> None:
    """Once an hour: count how desks answer, for their pages and the table of offices."""
    now = timezone.now()
    keep_records(count_records(now), now)


@app.task(name="cases.answer_many")
def send_common_answer(answer_id: int) -> None:
    """Send a common answer to the cases that still wait for it."""
    send_waiting(answer_id, now=timezone.now())


@app.task(name="cases.send_link_again")
def send_link_of_case(ref: str) -> None:
    """Send the link of the case with this number to its filer's address, if there is such a case."""
    send_link_again(ref, now=timezone.now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="cases.answer_left_waiting", queueing_lock="cases.answer_left_waiting")
def send_common_answers_left(timestamp: int) -> None:
    """Every five minutes: send common answers that a job that failed or was lost left waiting."""
    send_left_waiting(timezone.now())
