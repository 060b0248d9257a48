"""Addresses of the outbox app."""

urlpatterns = []
