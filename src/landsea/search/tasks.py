"""Background work of search."""

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from landsea.search.actions.read_cases import AT_ONCE, read_cases
from landsea.search.actions.read_texts import read_texts

MOST_ROUNDS = 40


@app.periodic(cron="* * * * *")
@app.task(name="search.read_cases", queueing_lock="search.read_cases")
def read_new_cases(timestamp: int) -> None:
    """Once a minute: read the words of cases that are new or changed, in small pieces."""
    for _ in range(MOST_ROUNDS):
        if read_cases(now=timezone.now()) < AT_ONCE:
            return


@app.periodic(cron="* * * * *")
@app.task(name="search.read_texts", queueing_lock="search.read_texts")
def read_public_texts(timestamp: int) -> None:
    """Once a minute: keep what is compared equal to what is public, as many texts as the installation allows; none at 0."""
    if settings.TEXTS_READ_A_MINUTE:
        read_texts(now=timezone.now(), most=settings.TEXTS_READ_A_MINUTE)
