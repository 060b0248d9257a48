"""Likeness in plain words. Lazy, so that each reader gets their language."""

from django.utils.translation import gettext_lazy as _

from landsea_core.likeness import Degree

DEGREES = {
    Degree.VERY_ALIKE: _("very alike"),
    Degree.ALIKE: _("alike"),
    Degree.PERHAPS: _("somewhat alike"),
    Degree.NOT_ALIKE: _("not alike"),
}
SAME = {
    "matter": _("same matter"),
    "place": _("same place"),
    "goods": _("same goods"),
    "chapter": _("goods of the same HS chapter"),
}
