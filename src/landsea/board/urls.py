"""Addresses of the coordinator."""

from django.urls import path

from landsea.board import views

urlpatterns = [path("board/", views.show_board, name="board")]
