"""Background work of background work: what dead workers left, and what ended long ago."""

from procrastinate.contrib.django import app

from landsea.base.jobs.left_jobs import forget_ended_jobs, take_up_left_jobs


@app.periodic(cron="* * * * *")
@app.task(name="jobs.take_up_left", queueing_lock="jobs.take_up_left")
def take_up_jobs_of_dead_workers(timestamp: int) -> None:
    """Once a minute: let jobs wait again whose worker died over them."""
    take_up_left_jobs()


@app.periodic(cron="11 4 * * *")
@app.task(name="jobs.forget", queueing_lock="jobs.forget")
def forget_jobs_of_long_ago(timestamp: int) -> None:
    """Once a day: delete jobs that ended more than a month ago."""
    forget_ended_jobs()
