"""Addresses of the demonstration, which a real installation does not have (`landsea.urls_with_demo`)."""

from django.urls import path

from landsea_demo.views import sign_in_as

urlpatterns = [path("as/<slug:part>/", sign_in_as, name="sign_in_as")]
