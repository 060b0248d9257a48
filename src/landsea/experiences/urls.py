"""Addresses of experiences: what all read, the editor's desk, and the filer's yes or no below the mailbox."""

from django.urls import include, path

from landsea.experiences.views import consent, editing, public_pages

PAGES = [
    path("", public_pages.show_experiences, name="experiences"),
    path("<int:experience_id>/", public_pages.show_experience, name="experience"),
    path("<int:experience_id>/helped/", public_pages.note_helped, name="experience_helped"),
    path("edit/", editing.show_drafts, name="experience_drafts"),
    path("edit/new/", editing.begin_new, name="experience_new"),
    path("edit/from/<str:ref>/", editing.begin_from_case, name="experience_from_case"),
    path("edit/<int:experience_id>/", editing.show_draft, name="experience_edit"),
    path("edit/<int:experience_id>/wording/", editing.write_wording, name="experience_wording"),
    path("edit/<int:experience_id>/about/", editing.say_about, name="experience_say_about"),
    path("edit/<int:experience_id>/keep/", editing.keep_findings, name="experience_keep"),
    path("edit/<int:experience_id>/ask/", editing.ask_filer, name="experience_ask"),
    path("edit/<int:experience_id>/publish/", editing.publish_draft, name="experience_publish"),
    path("edit/<int:experience_id>/withdraw/", editing.withdraw_published, name="experience_withdraw"),
]

urlpatterns = [
    path("experiences/", include(PAGES)),
    path("my/<str:ref>/share/", consent.answer_consent, name="mailbox_share"),
]
