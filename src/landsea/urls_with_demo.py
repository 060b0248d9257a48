"""All addresses where a demonstration runs (`LANDSEA_DEMO`): those of every installation, and its own."""

from django.urls import include, path

from landsea import urls

urlpatterns = [path("demo/", include("landsea_demo.urls")), *urls.urlpatterns]

handler400 = urls.handler400
handler403 = urls.handler403
handler404 = urls.handler404
handler500 = urls.handler500
