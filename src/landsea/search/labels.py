"""Codes of search in plain words. Lazy, so that each reader gets their language."""

from django.utils.translation import gettext_lazy as _

from landsea.search import access
from landsea.search.alike import BARRIERS

KIND_WORDS = {
    access.CASES: _("Cases"),
    access.MEASURES: _("Rules"),
    access.EXPERIENCES: _("What others found out"),
    access.DISRUPTIONS: _("What is stopped"),
    access.PLACES: _("Places"),
    access.OFFICES: _("Offices"),
    access.DESKS: _("Desks"),
    access.SERVICES: _("Trains, ships, flights and lorries"),
    access.EXCHANGE: _("Fairs, offers and exchange"),
    access.FIGURES: _("Figures"),
    access.DIALOGUES: _("Dialogues"),
    access.PROMISES: _("Promises"),
}
ONE_OF_KIND = {
    access.CASES: _("Case"),
    access.MEASURES: _("Rule"),
    access.EXPERIENCES: _("Experience"),
    access.DISRUPTIONS: _("Standstill"),
    access.PLACES: _("Place"),
    access.OFFICES: _("Office"),
    access.DESKS: _("Desk"),
    access.SERVICES: _("Service"),
    access.EXCHANGE: _("Exchange"),
    access.FIGURES: _("Figure"),
    access.DIALOGUES: _("Dialogue"),
    access.PROMISES: _("Promise"),
    BARRIERS: _("Barrier"),
}
