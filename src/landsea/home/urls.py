"""Addresses of the first page."""

from django.urls import path

from landsea.home import views

urlpatterns = [path("", views.home, name="home"), path("today/", views.today, name="today")]
