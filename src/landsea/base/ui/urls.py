"""Addresses of pages that belong to no app: help, the reader's choices, health, and how things look."""

from django.urls import path

from landsea.base.ui import views
from landsea.base.ui.gallery import show_gallery

urlpatterns = [
    path("help/", views.show_help, name="help"),
    path("privacy/", views.show_privacy, name="privacy"),
    path("language/", views.set_language, name="set_language"),
    path("clock/", views.choose_reader_zone, name="reader_zone"),
    path("demo/", views.show_demo_people, name="demo_people"),
    path("healthz", views.answer_health, name="health"),
    path("gallery/", show_gallery, name="gallery"),
]
