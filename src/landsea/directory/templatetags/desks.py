"""The field in which somebody names a desk, for the forms of every app."""

from django import template
from django.utils.translation import get_language

from landsea.directory.desk_picking import find_desk_meant, find_desks_called

register = template.Library()


@register.inclusion_tag("directory/parts/desk_field.html")
def desk_field(
    prefix: str,
    typed: str = "",
    picked: str = "",
    name: str = "desk",
    label: str = "",
    help_text: str = "",
    faults=(),
    nobody: str = "",
) -> dict:
    """Return a field `desk` and beneath it the desks it may mean, to be picked as `desk_code`. `prefix` tells the fields
    of several forms on a page apart; `typed` and `picked` are what came back with the page. With a `label` of its own the
    field may stay empty; `name` is another name of what is typed, `help_text` stands before the usual help. `nobody` says
    who it is where none is picked: beneath a desk that was picked before, it takes that back.
    """
    meant = find_desk_meant(typed, picked)
    return {
        "prefix": prefix,
        "id": f"id_{prefix}_desk" if prefix else "id_desk",
        "typed": typed,
        "picked": picked,
        "offered": find_desks_called(meant, get_language() or "en") if meant else [],
        "name": name,
        "label": label,
        "help_text": help_text,
        "faults": faults,
        "nobody": nobody,
    }
