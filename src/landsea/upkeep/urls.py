"""Addresses for machines that watch the installation."""

from django.urls import path

from landsea.upkeep import views

urlpatterns = [
    path("health/live", views.say_alive, name="health_live"),
    path("health/ready", views.say_ready, name="health_ready"),
    path("health/activity", views.show_activity, name="health_activity"),
    path("metrics", views.show_metrics, name="metrics"),
]
