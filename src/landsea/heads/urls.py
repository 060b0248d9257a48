"""Addresses of a head of an office."""

from django.urls import path

from landsea.heads import views

urlpatterns = [
    path("office/", views.show_headed_offices, name="headed_offices"),
    path("office/desks/<str:code>/remind", views.post_reminder, name="remind_desk"),
]
