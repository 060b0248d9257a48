"""Addresses of an association: its cases, its members, filing for them."""

urlpatterns = []
