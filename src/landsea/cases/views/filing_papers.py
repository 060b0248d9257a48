"""The papers that a form holds before it is sent, the filing form's and the mailbox's: taken one by one or with the form."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from landsea.base.files.kinds import ACCEPT, is_photo
from landsea.base.files.office_papers import FileRefused
from landsea.base.jobs.turns import wait_for_form
from landsea.base.limits.spending import spend_limit
from landsea.base.refusal import Refused
from landsea.base.secret_links import compute_digest
from landsea.base.ui import shapes
from landsea.cases import access
from landsea.cases.actions.act_under_way import AlreadyDone
from landsea.cases.actions.file import make_form_key
from landsea.cases.actions.hold_file import hold_file, keep_only
from landsea.cases.actions.sweep_files import HELD_FOR
from landsea.cases.forms import FORM_KEY

TOO_OFTEN = 429
FORM_COOKIE = "filing"
"""The key of the filing form that is open in this browser, so that its papers outlive a change of language."""


def hold_as_json(request, digest: str) -> JsonResponse:
    """Hold the file of a request and answer with its receipt, or with the sentence why it is not taken."""
    upload = request.FILES.get("file")
    if not FORM_KEY.fullmatch(digest) or upload is None:
        return JsonResponse({"fault": gettext("Choose the file once more.")}, status=400)
    if not spend_limit(request, "paper"):
        fault = gettext("Many files came from your connection within the hour. Try again in a while.")
        return JsonResponse({"fault": fault}, status=TOO_OFTEN)
    try:
        held = hold_file(digest, upload, now=timezone.now())
    except FileRefused as refused:
        return JsonResponse({"fault": refused.sentence}, status=422)
    return JsonResponse({"receipt": str(held.pk), "name": held.name, "note": note_on(held)})


def note_on(file) -> str:
    """Return what was done to a file that was taken."""
    return gettext("Place and camera were taken out of this photo.") if is_photo(file.media_type) else ""


def find_form_key(request) -> str:
    """Return the key that a form carries, or a fresh one for a form whose key is none."""
    key = request.POST.get("key", "")
    return key if FORM_KEY.fullmatch(key) else make_form_key()


def find_key_to_go_on_with(request) -> str:
    """Return the key of a form that holds papers and was opened anew (another language, a reload), else a fresh one.

    Whoever starts afresh gets a fresh one too.
    """
    key = "" if "afresh" in request.GET else request.COOKIES.get(FORM_COOKIE, "")
    return key if FORM_KEY.fullmatch(key) and access.list_held_for(compute_digest(key)) else make_form_key()


def remember_key(response: HttpResponse, key: str) -> HttpResponse:
    """Keep the key of a form that holds papers in the browser, as long as they are held."""
    response.set_cookie(
        FORM_COOKIE,
        key,
        max_age=int(HELD_FOR.total_seconds()),
        path=reverse("file_case"),
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


def forget_key(response: HttpResponse) -> HttpResponse:
    """Take the key of a form that was sent out of the browser."""
    response.delete_cookie(FORM_COOKIE, path=reverse("file_case"), samesite="Lax")
    return response


@contextmanager
def take_form_turn(request, digest: str) -> Iterator[None]:
    """Deal with one sending of a form with this key digest after the other, where files travel with it.

    A telephone whose line comes and goes sends the same filing again while the first is still being read. Without turns
    the second would let go of the files that the first holds (it knows none of their receipts), and the case would be
    filed without its photo. What a refused act holds is kept for the next try.
    """
    if not request.FILES:
        yield  # no file comes that another sending could let go of
        return
    refused: Refused | AlreadyDone | None = None
    with transaction.atomic():
        wait_for_form(digest)
        try:
            yield
        except (Refused, AlreadyDone) as no:
            refused = no
    if refused:
        raise refused


def take_papers(request, digest: str) -> list[str]:
    """Bring what a form holds in step with what was sent: files that came with it are held too, those that were taken
    out are let go. Return a sentence for each file that was refused, each sentence once.
    """
    taken_out = request.POST.get("take_out", "")
    keep_only(digest, [one for one in request.POST.getlist("paper") if one != taken_out])
    refused = []
    for upload in request.FILES.getlist("papers"):
        if not spend_limit(request, "paper"):
            refused.append(gettext("Many files came from your connection within the hour. Try again in a while."))
            break
        try:
            hold_file(digest, upload, now=timezone.now())
        except FileRefused as no:
            refused.append(no.sentence)
    return list(dict.fromkeys(refused))


def make_uploader_context(key: str, url_name: str, *args) -> dict:
    """Return what the uploader of a form with this key needs: its address and the files that it holds."""
    digest = compute_digest(key)
    return {
        "papers_url": reverse(url_name, args=[*args, digest]),
        "accept": ACCEPT,
        "most": settings.FILES_PER_MESSAGE,
        "held": [
            shapes.File(
                file.name,
                file.size,
                "photo" if is_photo(file.media_type) else "paper",
                note=note_on(file),
                receipt=str(file.pk),
            )
            for file in access.list_held_for(digest)
        ],
    }
