"""Addresses of the coordinator."""

urlpatterns = []
