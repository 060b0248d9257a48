"""Codes of the board in the reader's words."""

from django.utils.translation import gettext_lazy as _

from landsea.exchange.models import Kind, ListingState, Outcome, RegistrationState, ReportKind, Stage

GROUPS = {
    "goods": _("Goods"),
    "investment": _("Investment"),
    "events": _("Fairs and culture"),
    "learning": _("Education and training"),
    "travel": _("Tourism and travel"),
}
KINDS = {
    Kind.GOODS_OFFERED: _("goods offered"),
    Kind.GOODS_WANTED: _("goods wanted"),
    Kind.PROJECT: _("investment project"),
    Kind.INVESTMENT_PROGRAMME: _("investment programme"),
    Kind.INCENTIVE: _("policy or incentive"),
    Kind.COOPERATION_ZONE: _("cooperation zone"),
    Kind.TRADE_FAIR: _("trade fair"),
    Kind.FORUM: _("forum"),
    Kind.CULTURE_EVENT: _("culture"),
    Kind.TRAINING: _("training"),
    Kind.SCHOLARSHIP: _("scholarship"),
    Kind.SCHOOL_EXCHANGE: _("school exchange"),
    Kind.TOURISM_ROUTE: _("travel route"),
    Kind.FLIGHT_ROUTE: _("flight"),
    Kind.SISTER_CITY: _("sister cities"),
}
SECTORS = {
    "motorcycles": _("motorcycles"),
    "new_energy_vehicles": _("new-energy vehicles"),
    "agricultural_machinery": _("agricultural machinery"),
    "green_technology": _("green technology"),
    "ecommerce": _("e-commerce"),
    "logistics": _("logistics"),
    "food_agriculture": _("food and farming"),
    "tourism": _("tourism"),
    "education": _("education"),
    "culture": _("culture"),
    "digital": _("digital services"),
    "rail": _("railways"),
}
LISTING_STATES = {
    ListingState.WAITING: ("waits", _("waits for a person to look at it")),
    ListingState.SHOWN: ("done", _("shown")),
    ListingState.HELD: ("waits", _("held after reports")),
    ListingState.REMOVED: ("silent", _("removed")),
    ListingState.WITHDRAWN: ("silent", _("withdrawn")),
}
STAGES = {
    Stage.ASKED: ("waits", _("asked")),
    Stage.INTRODUCED: ("done", _("introduced")),
    Stage.DECLINED: ("silent", _("did not come about")),
}
OUTCOMES = {Outcome.DEAL: _("a deal"), Outcome.TALKS: _("talks go on"), Outcome.NOTHING: _("nothing")}
REGISTRATIONS = {
    RegistrationState.PLACE: ("done", _("you have a place")),
    RegistrationState.WAITING: ("waits", _("on the waiting list")),
    RegistrationState.WITHDRAWN: ("silent", _("withdrawn")),
}
LISTED = {
    RegistrationState.PLACE: _("has a place"),
    RegistrationState.WAITING: _("on the waiting list"),
    RegistrationState.WITHDRAWN: _("withdrawn"),
}
"""How the organiser's list says where somebody stands."""
REPORTS = {
    ReportKind.ADVERTISEMENT: _("It is an advertisement"),
    ReportKind.FRAUD: _("It looks like fraud"),
    ReportKind.WRONG: _("Something in it is wrong"),
}
MATCHES = {
    "goods": _("the same goods: HS %(value)s"),
    "sector": _("the same sector: %(value)s"),
    "place": _("the same place: %(value)s"),
    "country": _("for the same country: %(value)s"),
    "language": _("a language in common: %(value)s"),
}
