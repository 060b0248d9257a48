"""Addresses of the exchange board, below /exchange/."""

from django.urls import path

from landsea.exchange.views import board, introductions, posting, registrations

urlpatterns = [
    path("", board.board, name="exchange"),
    path("new/", posting.new, name="exchange_new"),
    path("events.ics", board.calendar_feed, name="exchange_feed"),
    path("moderation/", posting.moderation, name="exchange_moderation"),
    path("introductions/", introductions.introductions, name="exchange_introductions"),
    path("introductions/<int:introduction_id>/", introductions.introduction, name="exchange_introduction"),
    path(
        "introductions/<int:introduction_id>/<str:what>",
        introductions.introduction_act,
        name="exchange_introduction_act",
    ),
    path("mine/<str:secret>", posting.mine, name="exchange_mine"),
    path("mine/<str:secret>/withdraw", posting.mine_withdraw, name="exchange_mine_withdraw"),
    path("mine/<str:secret>/<int:introduction_id>", posting.mine_act, name="exchange_mine_act"),
    path("asked/<str:secret>", introductions.asked, name="exchange_asked"),
    path("registered/<str:secret>", registrations.registration, name="exchange_registration"),
    path("registered/<str:secret>/withdraw", registrations.withdraw, name="exchange_registration_withdraw"),
    path("<int:listing_id>/", board.listing, name="listing"),
    path("<int:listing_id>/event.ics", board.calendar_of_one, name="listing_calendar"),
    path("<int:listing_id>/report", posting.report, name="listing_report"),
    path("<int:listing_id>/ask/", introductions.ask, name="listing_ask"),
    path("<int:listing_id>/register/", registrations.register, name="listing_register"),
    path("<int:listing_id>/registrations/", registrations.organiser, name="exchange_organiser"),
    path("<int:listing_id>/registrations/list.csv", registrations.export, name="exchange_export"),
    path("<int:listing_id>/registrations/capacity", registrations.capacity, name="exchange_capacity"),
    path("<int:listing_id>/do/<str:what>", posting.moderate_act, name="listing_moderate"),
]
