"""Addresses of people's rights over their data."""

from django.urls import path

from landsea.privacy.views import address, copies, mailbox, mine, names

urlpatterns = [
    path("privacy/mine/", mine.show_own_data, name="my_data"),
    path("privacy/mine/<str:act>", mine.act_on_own_data, name="my_data_act"),
    path("privacy/address/", address.ask, name="ask_about_address"),
    path("privacy/link/<str:secret>", address.open_link, name="data_link"),
    path("privacy/about/", address.show_address_data, name="address_data"),
    path("privacy/about/<str:act>", address.act_on_address_data, name="address_data_act"),
    path("privacy/copies/<str:secret>/", copies.show_copy, name="data_copy"),
    path("privacy/copies/<str:secret>/file", copies.fetch_copy, name="data_copy_file"),
    path("my/<str:ref>/data/", mailbox.show_case_data, name="mailbox_data"),
    path("my/<str:ref>/data/<str:act>", mailbox.act_on_case_data, name="mailbox_data_act"),
    path("board/names/", names.show_opened_names, name="opened_names"),
    path("board/names/list.csv", names.export_opened_names, name="opened_names_csv"),
]
