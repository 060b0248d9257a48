"""Addresses of figures, below /figures/. Those of open data are stable: others link to them."""

from django.urls import path

from landsea.figures.views import checking, contradictions, data, pages

urlpatterns = [
    path("", pages.show_figures, name="figures"),
    path("series/<slug:code>/", pages.show_series, name="figure_series"),
    path("mechanism/", pages.show_own_figures, name="own_figures"),
    path("contradictions/", contradictions.show_contradictions, name="contradictions"),
    path("contradictions/<str:key>/", contradictions.show_contradiction, name="contradiction"),
    path("contradictions/<str:key>/rule/", contradictions.rule_on_one, name="contradiction_rule"),
    path("check/", checking.show_check, name="statement_check"),
    path("data/", data.show_overview, name="open_data"),
    path("data/datapackage.json", data.send_package_descriptor, name="open_data_package"),
    path("data/<slug:name>.csv", data.send_csv, name="open_data_csv"),
    path("data/<slug:name>.json", data.send_json, name="open_data_json"),
]
