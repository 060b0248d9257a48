"""What the demonstration adds to pages below: the parts to try, on the page that says who can sign in."""

from django.template.loader import render_to_string
from django.urls import is_valid_path
from django.utils.translation import get_language

from landsea.base.ui.cards import card
from landsea_demo.parts import list_played_parts


@card("demo_people", order=10)
def show_parts(context, **_) -> str:
    """A button for each part, with what to try first; nothing where the address does not stand (`landsea.urls_with_demo`)."""
    if not is_valid_path("/demo/as/filer/"):
        return ""
    facts = {"parts": list_played_parts(get_language() or "en")}
    return render_to_string("landsea_demo/parts.html", facts, request=context.get("request"))
