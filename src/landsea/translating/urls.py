"""Addresses of translations: one page for each text."""

from django.urls import path

from landsea.translating import views

urlpatterns = [
    path("translations/<slug:kind>/<str:key>/", views.translate_page, name="translate"),
    path("translations/<slug:kind>/<str:key>/program", views.ask_program, name="translate_by_program"),
    path("translations/<slug:kind>/<str:key>/back", views.take_back, name="translation_back"),
]
