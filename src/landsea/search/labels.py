"""Codes of search in plain words. Lazy, so that each reader gets their language."""

from django.utils.translation import gettext_lazy as _

from landsea.search.access import CASES, DESKS, EXPERIENCES, MEASURES, PLACES
from landsea.search.alike import BARRIERS

KIND_WORDS = {
    CASES: _("Cases"),
    MEASURES: _("Rules"),
    EXPERIENCES: _("Experiences"),
    DESKS: _("Desks and offices"),
    PLACES: _("Places"),
}
ONE_OF_KIND = {
    CASES: _("Case"),
    MEASURES: _("Rule"),
    EXPERIENCES: _("Experience"),
    BARRIERS: _("Barrier"),
    DESKS: _("Desk"),
}
