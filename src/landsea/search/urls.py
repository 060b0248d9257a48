"""Addresses of search, below /search/."""

from django.urls import path

from landsea.search.views.box import show_search

urlpatterns = [path("", show_search, name="search")]
