"""Addresses of the exchange board, below /exchange/."""

from django.urls import path

from landsea.exchange.views import board, calendars, introductions, listing, moderation, posting, registrations

urlpatterns = [
    path("", board.show_board, name="exchange"),
    path("new/", posting.post_new_listing, name="exchange_new"),
    path("events.ics", calendars.send_calendar_feed, name="exchange_feed"),
    path("moderation/", moderation.show_moderation, name="exchange_moderation"),
    path("introductions/", introductions.show_introductions, name="exchange_introductions"),
    path("introductions/<int:introduction_id>/", introductions.show_introduction, name="exchange_introduction"),
    path(
        "introductions/<int:introduction_id>/<str:what>",
        introductions.act_on_introduction,
        name="exchange_introduction_act",
    ),
    path("mine/<str:secret>", posting.show_own_listing, name="exchange_mine"),
    path("mine/<str:secret>/words", posting.change_own_words, name="exchange_mine_words"),
    path("mine/<str:secret>/withdraw", posting.withdraw_mine, name="exchange_mine_withdraw"),
    path("mine/<str:secret>/<int:introduction_id>", posting.act_on_mine, name="exchange_mine_act"),
    path("asked/<str:secret>", introductions.show_asked, name="exchange_asked"),
    path("registered/<str:secret>", registrations.show_registration, name="exchange_registration"),
    path("registered/<str:secret>/withdraw", registrations.give_place_back, name="exchange_registration_withdraw"),
    path("<int:listing_id>/", listing.show_listing, name="listing"),
    path("<int:listing_id>/event.ics", calendars.send_calendar_of_one, name="listing_calendar"),
    path("<int:listing_id>/report", moderation.report_listing, name="listing_report"),
    path("<int:listing_id>/ask/", introductions.ask_for_introduction, name="listing_ask"),
    path("<int:listing_id>/register/", registrations.register_for_event, name="listing_register"),
    path("<int:listing_id>/registrations/", registrations.show_registered, name="exchange_organiser"),
    path("<int:listing_id>/registrations/list.csv", registrations.export_registered, name="exchange_export"),
    path("<int:listing_id>/registrations/capacity", registrations.change_capacity, name="exchange_capacity"),
    path("<int:listing_id>/do/<str:what>", moderation.moderate_listing, name="listing_moderate"),
]
