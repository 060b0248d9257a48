"""Addresses of the first page."""

from django.urls import path

from landsea.home import views

urlpatterns = [
    path("", views.show_home, name="home"),
    path("today/", views.show_today, name="today"),
    path("about/", views.show_about, name="about"),
]
