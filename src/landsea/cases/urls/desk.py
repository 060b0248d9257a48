"""Addresses of desks: the queue, the case, the acts."""

urlpatterns = []
