"""Addresses of translations: one page for each text; for a filer below the mailbox, whose cookie is sent only there."""

from django.urls import path

from landsea.translating import filer_views, term_views, views

urlpatterns = [
    path("terms/", term_views.show_terms, name="terms"),
    path("terms/landsea.tbx", term_views.download_terms, name="terms_tbx"),
    path("translations/<slug:kind>/<str:key>/", views.translate_page, name="translate"),
    path(
        "my/<str:ref>/translations/<slug:kind>/<str:key>/", filer_views.translate_in_mailbox, name="mailbox_translate"
    ),
    path(
        "my/<str:ref>/translations/<slug:kind>/<str:key>/back",
        filer_views.take_back_in_mailbox,
        name="mailbox_translation_back",
    ),
    path("translations/<slug:kind>/<str:key>/program", views.ask_program, name="translate_by_program"),
    path("translations/<slug:kind>/<str:key>/back", views.take_back, name="translation_back"),
]
