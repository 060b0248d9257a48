"""Codes of search in plain words. Lazy, so that each reader gets their language."""

from django.utils.translation import gettext_lazy as _

from landsea.search.access import CASES, DESKS, EXPERIENCES, MEASURES, PLACES

KIND_WORDS = {
    CASES: _("Cases"),
    MEASURES: _("Rules"),
    EXPERIENCES: _("Experiences"),
    DESKS: _("Desks and offices"),
    PLACES: _("Places"),
}
