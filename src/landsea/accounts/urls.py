"""Addresses of the accounts app."""

urlpatterns = []
