"""Addresses of the phone books: pages and files below /phone-book/, CardDAV below /dav/ and where programs look for it."""

from django.urls import path

from landsea.phonebook.views import dav, pages

urlpatterns = [
    path("phone-book/", pages.show_books, name="phone_books"),
    path("phone-book/devices/", pages.show_devices, name="devices"),
    path("phone-book/devices/<int:device_id>/end", pages.post_device_end, name="end_device"),
    path("phone-book/offices/<str:code>.vcf", pages.send_office_file, name="office_cards"),
    path("phone-book/desks/<str:code>.vcf", pages.send_desk_file, name="desk_cards"),
    path("phone-book/<str:code>.vcf", pages.send_book_file, name="book_cards"),
    path(".well-known/carddav", dav.find_phone_books, name="find_phone_books"),
    path("dav/", dav.show_dav_root, name="dav_root"),
    path("dav/principal/", dav.show_dav_principal, name="dav_principal"),
    path("dav/books/", dav.show_dav_books, name="dav_books"),
    path("dav/books/<str:code>/", dav.show_dav_book, name="dav_book"),
    path("dav/books/<str:code>/<str:uid>.vcf", dav.send_dav_card, name="dav_card"),
]
