"""Addresses of dialogues and promises; and one dialogue by an invitation link, for somebody without an account."""

from django.urls import path

from landsea.dialogues.views import acts, calendars, invited, pages, planning, promises

urlpatterns = [
    path("dialogues/", pages.show_dialogues, name="dialogues"),
    path("dialogues/new/", planning.plan_dialogue, name="dialogue_new"),
    path("dialogues/calendar.ics", calendars.send_calendar_feed, name="dialogue_feed"),
    path("dialogues/<int:dialogue_id>/", pages.show_dialogue, name="dialogue"),
    path("dialogues/<int:dialogue_id>/change/", planning.change_dialogue, name="dialogue_change"),
    path("dialogues/<int:dialogue_id>/invitation.ics", calendars.send_own_invitation, name="dialogue_invitation"),
    path("dialogues/<int:dialogue_id>/papers/<int:file_id>", pages.send_paper_file, name="dialogue_paper_file"),
    path("dialogues/<int:dialogue_id>/do/<str:what>", acts.do_act, name="dialogue_act"),
    path("invitation/<str:secret>", invited.open_link, name="invitation_link"),
    path("invited/<int:dialogue_id>/", invited.show_invitation, name="invited"),
    path("invited/<int:dialogue_id>/invitation.ics", invited.send_invitation_file, name="invited_file"),
    path("invited/<int:dialogue_id>/<str:act>", invited.answer_by_link, name="invited_act"),
    path("promises/", promises.show_promises, name="promises"),
    path("promises/<int:action_id>/", promises.show_promise, name="promise"),
    path("promises/<int:action_id>/kept", promises.keep_promise, name="promise_keep"),
]
