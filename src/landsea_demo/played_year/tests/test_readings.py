"""The played year leaves corrections of what was read, some judged and some waiting, so that their pages have something."""

from datetime import timedelta
from random import Random

import pytest
from django.core.management import call_command
from django.utils import timezone

from landsea.cases import mapping
from landsea.cases.models import Case, ReadingCorrection
from landsea.teaching.models import Judgement, Verdict
from landsea_demo.played_year import cases, readings
from landsea_demo.played_year.schedule import Schedule


@pytest.mark.django_db(transaction=True)
def test_words_are_read_and_what_filers_chose_otherwise_is_kept_and_partly_judged(settings, monkeypatch):
    settings.DEMO = True
    mapping._coordinator_id.cache_clear()
    monkeypatch.setattr(cases, "SINGLE_CASES", 24)
    monkeypatch.setattr(readings, "JUDGED_AT_ONCE", 2)
    now = timezone.now()
    call_command("load_reference", verbosity=0)
    call_command("demo", verbosity=0)
    schedule = Schedule(start=now - timedelta(days=365), end=now)
    cases.file_single_cases(schedule, Random(3), set())
    readings.play_judgements(schedule)
    schedule.play(readings.read_what_was_filed)
    assert schedule.refused == []
    assert not Case.objects.filter(reading={}).exists(), "the words of each case were read, those of the demo too"
    corrected = ReadingCorrection.objects.filter(case__is_demo=True)
    assert corrected.filter(kind="matter").exists()
    judged = Judgement.objects.values_list("verdict", flat=True)
    assert Verdict.ACCEPTED in judged
    assert corrected.filter(judgement=None).exists(), "some wait for whoever opens the page"
