"""Addresses of desks: the queue, the case, the acts; and one case by an answer link, for a desk without an account."""

from django.urls import path

from landsea.cases.views import acts, answering, case, case_files, queue

urlpatterns = [
    path("a/<str:secret>", answering.open_link, name="answer_link"),
    path("answered/<str:what>/", answering.show_answered, name="answered"),
    path("answer/<str:ref>/", answering.show_case, name="answer"),
    path("answer/<str:ref>/files/<int:file_id>", answering.answer_file, name="answer_file"),
    path("answer/<str:ref>/account", answering.ask_for_account, name="answer_account"),
    path("answer/<str:ref>/<str:act>", answering.act_by_link, name="answer_act"),
    path("queue/", queue.show_queue, name="queue"),
    path("queue/cases.<str:form>", queue.send_queue_sheet, name="queue_sheet"),
    path("cases/<str:ref>/", case.show_case, name="case"),
    path("cases/<str:ref>/files/<int:file_id>", case_files.send_case_file, name="case_file"),
    path("cases/<str:ref>/originals/<int:redaction_id>", case_files.show_original, name="case_original"),
    path("cases/<str:ref>/member/<str:act>", acts.act_for_filer, name="case_filer_act"),
    path("cases/<str:ref>/<str:act>", acts.act_on_case, name="case_act"),
]
