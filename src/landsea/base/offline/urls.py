"""Addresses of what works without a line."""

from django.urls import path

from landsea.base.offline import views

urlpatterns = [
    path("offline/", views.show_kept, name="offline"),
    path("offline-worker.js", views.send_worker, name="offline_worker"),
    path("app.webmanifest", views.send_manifest, name="web_manifest"),
]
