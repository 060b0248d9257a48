"""Addresses of the coordinator."""

from django.urls import path

from landsea.cases.views import board

urlpatterns = [path("board/", board.board, name="board")]
