"""Addresses of pages that belong to no app but to how things look."""

from django.urls import path

from landsea.ui.gallery import gallery

urlpatterns = [path("gallery/", gallery, name="gallery")]
