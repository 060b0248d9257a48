"""The gallery: every component in every state, with made-up text in four scripts, for those who build pages and for the
tests that look at them. It is shown only in demonstrations and while developing, and reads nothing that is stored.
"""

from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.ui.gallery_desks import CHIPS, DESKS, FILTERS, QUEUE, TABS
from landsea.base.ui.gallery_samples import CHOICES, FILES, MESSAGES, MOHAN, NOW, SAMPLES, STEP_LINES, add_hours
from landsea.base.ui.shapes import Pages


class SampleForm(forms.Form):
    """One field of each kind; sent empty, so that the gallery shows its faults."""

    what = forms.CharField(
        label="What happened?",
        max_length=500,
        help_text="In your own words, in any language.",
        widget=forms.Textarea,
        error_messages={"required": "Please write what happened; one sentence is enough."},
    )
    where = forms.CharField(label="Where is it now?", required=False, max_length=80, initial="Mohan")
    country = forms.ChoiceField(
        label="Country",
        required=False,
        choices=[("CN", "China"), ("LA", "Laos"), ("VN", "Viet Nam")],
    )
    who = forms.ChoiceField(
        label="Who may know you?",
        widget=forms.RadioSelect,
        choices=[("named", "The desk"), ("coordinator", "Only the coordinator"), ("secret", "Nobody")],
        error_messages={"required": "Please choose who may know you."},
    )
    told = forms.BooleanField(label="Write to me when something happens", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vars(self.fields["who"])["choice_help"] = {
            "coordinator": "The desk sees the case without your name.",
            "secret": "You read and answer through a secret link.",
        }


def sample_context() -> dict[str, object]:
    """Return everything that ui/gallery.html draws."""
    return {
        "now": NOW,
        "zone": MOHAN,
        "soon": add_hours(3.2),
        "later": add_hours(24 * 9),
        "past": add_hours(-2.1),
        "samples": SAMPLES,
        "choices": CHOICES,
        "step_lines": STEP_LINES,
        "messages_of_all_kinds": MESSAGES,
        "files": FILES,
        "desks": DESKS,
        "queue_rows": QUEUE,
        "chips": CHIPS,
        "filters": FILTERS,
        "tabs": TABS,
        "middle_page": Pages(26, 50, 131, "#before", "#after"),
        "long_page": Pages(51, 75, None, "#before", "#after"),
        "form": SampleForm({}),
    }


@door("public")
@require_safe
def show_gallery(request: HttpRequest) -> HttpResponse:
    """Show the gallery in a demonstration or while developing; elsewhere there is no such page."""
    if not (settings.DEBUG or getattr(settings, "DEMO", False)):
        raise Http404
    return render(request, "ui/gallery.html", sample_context())
