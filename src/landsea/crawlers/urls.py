"""Addresses that programs know by heart."""

from django.urls import path

from landsea.crawlers.views import for_robots

urlpatterns = [
    path("robots.txt", for_robots.show_robots, name="robots"),
    path("sitemap.xml", for_robots.show_sitemap_index, name="sitemap"),
    path("sitemap-<slug:part>.xml", for_robots.show_sitemap, name="sitemap_part"),
    path(".well-known/security.txt", for_robots.show_security_contact, name="security_contact"),
]
