"""Addresses of cases, by who walks them: filers, desks, whoever hands over."""

from landsea.cases.urls import desk, filing, handover

urlpatterns = [*filing.urlpatterns, *desk.urlpatterns, *handover.urlpatterns]
