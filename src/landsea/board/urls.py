"""Addresses of the coordinator."""

from django.urls import path

from landsea.board import desk_views, many_views, views

urlpatterns = [
    path("board/", views.show_board, name="board"),
    path("board/many/<slug:code>/", many_views.act_on_many, name="act_on_many"),
    path("board/desks/", desk_views.show_desks, name="desks_answering"),
    path("board/desks/wishes/<int:wish_id>/settled", desk_views.settle_wish, name="settle_account_wish"),
]
