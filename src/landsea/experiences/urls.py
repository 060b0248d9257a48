"""Addresses of experiences, below /experiences/."""

from django.urls import path

from landsea.experiences.views import editing, reading

urlpatterns = [
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
    path("edit/<int:experience_id>/publish/", editing.publish, name="experience_publish"),
    path("edit/<int:experience_id>/withdraw/", editing.withdraw, name="experience_withdraw"),
]
