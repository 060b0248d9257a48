"""Addresses of translations: one page for each text."""

from django.urls import path

from landsea.translating import term_views, views

urlpatterns = [
    path("terms/", term_views.show_terms, name="terms"),
    path("terms/landsea.tbx", term_views.download_terms, name="terms_tbx"),
    path("translations/<slug:kind>/<str:key>/", views.translate_page, name="translate"),
    path("translations/<slug:kind>/<str:key>/program", views.ask_program, name="translate_by_program"),
    path("translations/<slug:kind>/<str:key>/back", views.take_back, name="translation_back"),
]
