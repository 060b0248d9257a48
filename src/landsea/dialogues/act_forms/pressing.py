"""Does the act of a form at a dialogue: for the page's buttons and for programs, in the same order.

The right is asked, the form is read, its files are kept, the act is done.
"""

from collections.abc import Sequence
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile

from landsea.base.actors import Actor
from landsea.base.files.papers import store_for
from landsea.dialogues.act_forms.act_form import ActForm, Press
from landsea.dialogues.models import Dialogue


def press_form(
    actor: Actor,
    dialogue: Dialogue,
    form: ActForm,
    *,
    now: datetime,
    files: Sequence[UploadedFile] = (),
    language: str = "",
) -> None:
    """Do the act at `now` (aware). Raises Http404, PermissionDenied, Refused and FileRefused as the act does;
    Refused("does_not_fit") for a field of the form that cannot be taken as it is.
    """
    form.refuse_without_right(actor, dialogue)
    form.refuse_what_does_not_fit()
    with store_for(files if form.takes_files else ()) as kept:
        form.do(Press(actor, dialogue, now, kept, language))
