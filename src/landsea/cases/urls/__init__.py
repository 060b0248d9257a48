"""Addresses of cases, by who walks them: filers, desks, associations, the coordinator."""

from landsea.cases.urls import association, board, desk, filing

urlpatterns = [*filing.urlpatterns, *desk.urlpatterns, *association.urlpatterns, *board.urlpatterns]
