"""The field in which somebody names a desk, for the forms of every app."""

from django import template
from django.utils.translation import get_language

from landsea.directory.desk_picking import desks_called

register = template.Library()


@register.inclusion_tag("directory/parts/desk_field.html")
def desk_field(prefix: str, typed: str = "", picked: str = "") -> dict:
    """Return a field `desk` and beneath it the desks it may mean, to be picked as `desk_code`. `prefix` tells the fields
    of several forms on a page apart; `typed` and `picked` are what came back with the page.
    """
    offered = desks_called(picked or typed, get_language() or "en") if picked or typed else []
    return {"prefix": prefix, "typed": typed, "picked": picked, "offered": offered}
