"""Addresses of cases, by who walks them: filers, desks, associations, the coordinator."""

from landsea.cases.urls import association, board, desk, filing, handover

urlpatterns = [
    *filing.urlpatterns,
    *desk.urlpatterns,
    *association.urlpatterns,
    *board.urlpatterns,
    *handover.urlpatterns,
]
