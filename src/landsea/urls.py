"""All addresses. Each app names its own; what a route's door is stands at its view (`landsea.base.doors`)."""

from django.urls import include, path

urlpatterns = [
    path("", include("landsea.home.urls")),
    path("", include("landsea.base.ui.urls")),
    path("", include("landsea.cases.urls")),
    path("", include("landsea.associations.urls")),
    path("", include("landsea.waking.urls")),
    path("", include("landsea.talks.urls")),
    path("", include("landsea.phrases.urls")),
    path("", include("landsea.translating.urls")),
    path("", include("landsea.board.urls")),
    path("", include("landsea.heads.urls")),
    path("", include("landsea.observing.urls")),
    path("", include("landsea.api.urls")),
    path("", include("landsea.webhooks.urls")),
    path("who/", include("landsea.directory.urls")),
    path("", include("landsea.phonebook.urls")),
    path("barriers/", include("landsea.barriers.urls")),
    path("", include("landsea.dialogues.urls")),
    path("figures/", include("landsea.figures.urls")),
    path("", include("landsea.experiences.urls")),
    path("exchange/", include("landsea.exchange.urls")),
    path("rules/", include("landsea.rules.urls")),
    path("rules/", include("landsea.consequences.urls")),
    path("search/", include("landsea.search.urls")),
    path("plan/", include("landsea.corridor.urls")),
    path("calendar/", include("landsea.calendars.urls")),
    path("operator/", include("landsea.base.outbox.urls")),
    path("messengers/", include("landsea.base.messengers.urls")),
    path("", include("landsea.teaching.urls")),
    path("", include("landsea.privacy.urls")),
    path("", include("landsea.upkeep.urls")),
    path("post/", include("landsea.mailroom.urls")),
    path("", include("landsea.crawlers.urls")),
    path("", include("landsea.base.offline.urls")),
    path("widgets/", include("landsea.widgets.urls")),
    path("accounts/", include("landsea.accounts.urls")),
]

handler400 = "landsea.base.ui.trouble_pages.show_bad_request"
handler403 = "landsea.base.ui.trouble_pages.show_not_allowed"
handler404 = "landsea.base.ui.trouble_pages.show_not_found"
handler500 = "landsea.base.ui.trouble_pages.show_our_fault"
