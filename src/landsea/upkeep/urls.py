"""Addresses for machines that watch the installation, and of the operator's acts on rows that cannot be computed."""

from django.urls import path

from landsea.upkeep import views

urlpatterns = [
    path("health/live", views.say_alive, name="health_live"),
    path("health/ready", views.say_ready, name="health_ready"),
    path("health/activity", views.show_activity, name="health_activity"),
    path("operator/rows/<slug:kind>/<str:key>/mend", views.mend_row, name="mend_row"),
    path("metrics", views.show_metrics, name="metrics"),
]
