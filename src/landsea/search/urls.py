"""Addresses of search, below /search/."""

from django.urls import path

from landsea.search.views.box import search

urlpatterns = [path("", search, name="search")]
