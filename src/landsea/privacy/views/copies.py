"""The page of a copy of somebody's data: how far it is, then the file, until its days are over."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.files.papers import send_as_attachment
from landsea.base.requests import ActorRequest
from landsea.privacy import access
from landsea.privacy.models import Export, ExportState


@door("public")
@never_cache
@require_safe
def show_copy(request: ActorRequest, secret: str) -> HttpResponse:
    """How far the copy is, or where to fetch it."""
    export = access.find_export_with_secret(secret, timezone.now())
    if export is None:
        return render(request, "privacy/copy_gone.html", status=404)
    return render(request, "privacy/copy.html", _context(export, secret))


@door("public")
@never_cache
@require_safe
def fetch_copy(request: ActorRequest, secret: str) -> HttpResponse:
    """The archive, as an attachment."""
    export = access.find_export_with_secret(secret, timezone.now())
    if export is None or export.state != ExportState.READY:
        return render(request, "privacy/copy_gone.html", status=404)
    return send_as_attachment(export.file)  # type: ignore[return-value]


def _context(export: Export, secret: str) -> dict[str, object]:
    under_way = export.state in (ExportState.WAITING, ExportState.RUNNING)
    return {"export": export, "secret": secret, "under_way": under_way, "failed": export.state == ExportState.FAILED}
