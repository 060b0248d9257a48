"""One address for every act at a dialogue. In this order: the right is asked, the form is read, its files are kept, the act is
done. What was typed comes back with the sentence when the act is refused.
"""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from landsea.base.doors import door
from landsea.base.files.office_papers import FileRefused
from landsea.base.refusal import Refused
from landsea.dialogues import access
from landsea.dialogues.act_forms import ACT_FORMS
from landsea.dialogues.act_forms.act_form import LONGEST_TEXT
from landsea.dialogues.act_forms.pressing import press_form
from landsea.dialogues.views.pages import draw_dialogue_page
from landsea_core.text import clean_text


@door("signed_in")
@require_POST
def do_act(request, dialogue_id: int, what: str):
    """Do one act at a dialogue."""
    if what not in ACT_FORMS:
        raise Http404
    form, found = ACT_FORMS[what](request.POST), access.find_dialogue(dialogue_id)
    files, language = request.FILES.getlist("files"), get_language() or ""
    try:
        press_form(request.actor, found, form, now=timezone.now(), files=files, language=language)
    except (Refused, FileRefused) as refused:
        typed = _typed_values(request.POST) | {"act": what}
        return draw_dialogue_page(request, found, refused=refused.sentence, typed=typed, status=409)
    messages.success(request, gettext("Done."))
    return HttpResponseRedirect(reverse("dialogue", args=[found.pk]))


def _typed_values(post) -> dict[str, str]:
    """Return what was typed, cleaned, for the page that comes back."""
    typed = {name: value for name, value in post.items() if name != "csrfmiddlewaretoken"}
    return {name: clean_text(value).text[:LONGEST_TEXT] for name, value in typed.items()}
