"""Addresses of the directory, below /who/."""

from django.urls import path

from landsea.directory.views import pages, who

urlpatterns = [
    path("", who.who, name="who"),
    path("search/", who.who_search, name="who_search"),
    path("desks/<str:code>/", pages.desk_page, name="desk_page"),
    path("offices/<str:code>/", pages.office_page, name="office_page"),
    path("suggest/<str:code>/", pages.suggest_correction, name="suggest_correction"),
]
