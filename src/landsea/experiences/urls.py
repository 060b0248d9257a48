"""Addresses of experiences: what all read, the editor's desk, and the filer's yes or no below the mailbox."""

from django.urls import include, path

from landsea.experiences.views import consent, editing, reading

PAGES = [
    path("", reading.experiences, name="experiences"),
    path("<int:experience_id>/", reading.experience, name="experience"),
    path("<int:experience_id>/helped/", reading.helped, name="experience_helped"),
    path("edit/", editing.drafts, name="experience_drafts"),
    path("edit/new/", editing.new, name="experience_new"),
    path("edit/from/<str:ref>/", editing.from_case, name="experience_from_case"),
    path("edit/<int:experience_id>/", editing.edit, name="experience_edit"),
    path("edit/<int:experience_id>/wording/", editing.wording, name="experience_wording"),
    path("edit/<int:experience_id>/about/", editing.about, name="experience_say_about"),
    path("edit/<int:experience_id>/keep/", editing.keep, name="experience_keep"),
    path("edit/<int:experience_id>/ask/", editing.ask, name="experience_ask"),
    path("edit/<int:experience_id>/publish/", editing.publish, name="experience_publish"),
    path("edit/<int:experience_id>/withdraw/", editing.withdraw, name="experience_withdraw"),
]

urlpatterns = [
    path("experiences/", include(PAGES)),
    path("my/<str:ref>/share/", consent.answer, name="mailbox_share"),
]
