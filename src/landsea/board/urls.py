"""Addresses of the coordinator."""

from django.urls import path

from landsea.board import views

urlpatterns = [path("board/", views.board, name="board")]
