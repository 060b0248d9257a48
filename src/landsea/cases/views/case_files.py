"""Papers of a case for those who are signed in, and the coordinator's look at a blacked-out original."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.files.papers import send_as_attachment
from landsea.base.refusal import Refused
from landsea.cases import access
from landsea.cases.actions.redact import open_redaction


@door("signed_in")
@require_safe
def send_case_file(request, ref: str, file_id: int):
    """One paper, as an attachment."""
    case = access.find_case(request.actor, ref)
    return send_as_attachment(get_object_or_404(access.list_files(request.actor, case), pk=file_id, redacted_at=None))


@door("coordinator")
@require_POST
def show_original(request, ref: str, redaction_id: int):
    """The original of something blacked out, as a page or an attachment; the look is audited."""
    try:
        redaction = open_redaction(request.actor, ref, redaction_id, now=timezone.now())
    except Refused as refused:
        raise Http404(refused.sentence) from refused
    if redaction.file_id:
        return send_as_attachment(redaction.file)
    return render(request, "cases/original.html", {"redaction": redaction})
