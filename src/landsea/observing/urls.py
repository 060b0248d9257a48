"""Addresses of a country's observers."""

from django.urls import path

from landsea.observing.views import country

urlpatterns = [
    path("country/", country.show_observed_country, name="observed_country"),
    path("country/<str:country>/", country.show_country, name="country"),
    path("country/<str:country>/month/<int:year>/<int:month>/", country.show_month, name="country_month"),
    path("country/<str:country>/agenda", country.post_line, name="country_line"),
    path("country/<str:country>/agenda/<int:item_id>/off", country.post_line_off, name="country_line_off"),
]
