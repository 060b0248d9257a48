"""Addresses of the API, and of the pages around it."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from landsea.api.views import developers, keys, programs


class EverythingBelow(StringConverter):
    """Whatever follows, also what no address of ours can be: programs get our errors for it, no page."""

    regex = "(?s:.*)"


register_converter(EverythingBelow, "below")
urlpatterns = [
    path("api/v1/<below:path>", programs.answer_program, name="api"),
    path("developers/", developers.show_developers, name="developers"),
    path("keys/", keys.show_own_keys, name="own_keys"),
    path("keys/<int:key_id>/end", keys.end_own_key, name="end_own_key"),
]
