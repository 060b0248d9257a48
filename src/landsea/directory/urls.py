"""Addresses of the directory app."""

urlpatterns = []
