"""Sending a form of the board: what came of it, or the form again with the sentence that refused it."""

from collections.abc import Callable
from typing import Any

from django.forms import Form

from landsea.base.refusal import TOO_MANY, Refused

TOO_OFTEN = 429


def send_form(form: Form, act: Callable[[dict], Any]) -> tuple[Any, int]:
    """Return (what `act` made of the cleaned fields, 200); or (None, the status of the page that shows the form again),
    after putting the refusal on the form. A form that was not sent is shown with 200. `consent` is only a tick that the
    form insists on, so `act` does not get it.
    """
    if not form.is_valid():
        return None, 422 if form.is_bound else 200
    try:
        return act({name: value for name, value in form.cleaned_data.items() if name != "consent"}), 200
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return None, TOO_OFTEN if refused.code == TOO_MANY else 422
