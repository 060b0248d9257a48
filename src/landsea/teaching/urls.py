"""Addresses of teaching: corrections and words for coordinators, drift for operators."""

from django.urls import path

from landsea.teaching.views import corrections, drift, word_entries

urlpatterns = [
    path("teaching/", corrections.show_groups, name="teaching"),
    path("teaching/group/", corrections.show_group, name="teaching_group"),
    path("teaching/corrections/<int:correction_id>/judge", corrections.judge_one, name="teaching_judge"),
    path("teaching/words/", word_entries.show_words, name="teaching_words"),
    path("teaching/words/<int:entry_id>/<str:act>", word_entries.change_word, name="teaching_word_act"),
    path("operator/reading/", drift.show_drift, name="reading_drift"),
]
