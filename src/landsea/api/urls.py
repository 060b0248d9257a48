"""Addresses of the API, and of the pages around it."""

from django.urls import path

from landsea.api.views import developers, keys, programs

urlpatterns = [
    path("api/v1/<path:path>", programs.answer_program, name="api"),
    path("developers/", developers.show_developers, name="developers"),
    path("keys/", keys.own_keys, name="own_keys"),
    path("keys/<int:key_id>/end", keys.end_own_key, name="end_own_key"),
]
