"""What operators see of periods: when the job erased last, and what is past its period and still there."""

from django.template.loader import render_to_string
from django.utils import timezone

from landsea.base.ui.cards import card
from landsea.privacy.access import find_last_erasure
from landsea.privacy.past_rows import count_past


@card("operator", order=40)
def show_periods(context) -> str:
    """The last round of the job, and how many rows of which kind it has left."""
    past = [(one.table.name, number) for one, number in count_past(timezone.now()) if number]
    return render_to_string("privacy/periods.html", {"last": find_last_erasure(), "past": past})
