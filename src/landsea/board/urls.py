"""Addresses of the coordinator."""

from django.urls import path

from landsea.board import views

urlpatterns = [
    path("board/", views.show_board, name="board"),
    path("board/desks/", views.show_board, name="desks_answering"),
]
