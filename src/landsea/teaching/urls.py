"""Addresses of teaching: corrections and words for coordinators, drift for operators."""

from django.urls import path

from landsea.teaching.views import corrections, drift, words

urlpatterns = [
    path("teaching/", corrections.groups, name="teaching"),
    path("teaching/group/", corrections.group, name="teaching_group"),
    path("teaching/corrections/<int:correction_id>/judge", corrections.judge_one, name="teaching_judge"),
    path("teaching/words/", words.words, name="teaching_words"),
    path("teaching/words/<int:entry_id>/<str:act>", words.act, name="teaching_word_act"),
    path("operator/reading/", drift.drift, name="reading_drift"),
]
