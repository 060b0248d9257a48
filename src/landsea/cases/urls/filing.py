"""Addresses of filers: the form, the check before sending, the mailbox behind the secret link."""

from django.urls import path

from landsea.cases.views import filing, mailbox, mailbox_door, mending, slip, waiting

urlpatterns = [
    path("file/", filing.file_case, name="file_case"),
    path("file/understood", filing.show_understood, name="filing_understood"),
    path("file/review", filing.show_review, name="filing_review"),
    path("file/papers/<str:digest>/", filing.take_paper, name="filing_papers"),
    path("file/waiting", waiting.take_waiting, name="waiting_filing"),
    path("file/sent/", filing.show_sent, name="case_sent"),
    path("file/sent/slip", slip.show_sent_slip, name="sent_slip"),
    path("find/", mailbox_door.find_case, name="find_case"),
    path("find/link", mailbox_door.send_link, name="send_link"),
    path("m/<str:secret>", mailbox_door.open_link, name="mailbox_link"),
    path("my/<str:ref>/", mailbox.show_mailbox, name="mailbox"),
    path("my/<str:ref>/files/<int:file_id>", mailbox.send_mailbox_file, name="mailbox_file"),
    path("my/<str:ref>/papers/<str:digest>/", mailbox.take_mailbox_paper, name="mailbox_papers"),
    path("my/<str:ref>/slip", slip.show_slip, name="mailbox_slip"),
    path("my/<str:ref>/leave", mailbox_door.leave_mailbox, name="mailbox_leave"),
    path("my/<str:ref>/about/", mending.mend_understood, name="mend_understood"),
    path("my/<str:ref>/<str:act>", mailbox.act_in_mailbox, name="mailbox_act"),
]
