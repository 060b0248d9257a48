"""Addresses of desks: the queue, the case, the acts."""

from django.urls import path

from landsea.cases.views import acts, case, case_files, queue

urlpatterns = [
    path("queue/", queue.show_queue, name="queue"),
    path("cases/<str:ref>/", case.show_case, name="case"),
    path("cases/<str:ref>/files/<int:file_id>", case_files.case_file, name="case_file"),
    path("cases/<str:ref>/originals/<int:redaction_id>", case_files.show_original, name="case_original"),
    path("cases/<str:ref>/member/<str:act>", acts.filer_act, name="case_filer_act"),
    path("cases/<str:ref>/<str:act>", acts.act_on_case, name="case_act"),
]
