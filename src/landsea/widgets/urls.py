"""Addresses of widgets, below /widgets/."""

from django.urls import path

from landsea.widgets.views import frames, oembed, site_page

urlpatterns = [
    path("", site_page.show_site_page, name="site_page"),
    path("oembed", oembed.answer_oembed, name="oembed"),
    path("who/", frames.show_who_widget, name="widget_who"),
    path("desk/<str:code>/", frames.show_desk_widget, name="widget_desk"),
    path("post/<str:code>/", frames.show_post_widget, name="widget_post"),
    path("barrier/<int:barrier_id>/", frames.show_barrier_widget, name="widget_barrier"),
]
