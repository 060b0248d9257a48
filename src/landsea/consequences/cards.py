"""What stands on a rule's version of whom it touches: contributed to the room of rules below."""

from django.template.loader import render_to_string
from django.utils.translation import ngettext

from landsea.base.ui.cards import card
from landsea.consequences.actions.spread import open_cases_touched


@card("rule_version", order=10)
def show_cases_touched(context, version) -> str:
    """How many open cases a version may answer, and, once it counts, the way to answer them."""
    count = len(open_cases_touched(version))
    sentence = ngettext(
        "%(count)d open case may be answered by this.", "%(count)d open cases may be answered by this.", count
    )
    facts = {"version": version, "count": count, "sentence": sentence % {"count": count}}
    return render_to_string("consequences/touched.html", facts)
