"""Papers of a form that has not been sent yet: held for it, and let go. Not an act on a case, so it leaves no audit row;
what becomes of them is audited with the act that takes them.
"""

from datetime import datetime

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext

from landsea.base.files.office_papers import FileRefused
from landsea.base.files.storage import Stored, discard_bytes, store_upload
from landsea.cases.access import list_held_for
from landsea.cases.models import CaseFile, HeldFile


def hold_file(form_digest: str, upload: UploadedFile, *, now: datetime) -> HeldFile:
    """Keep a file for the form with this key digest. Raises FileRefused, also when the form holds as many as it may."""
    if HeldFile.objects.filter(form_key_digest=form_digest).count() >= settings.FILES_PER_MESSAGE:
        raise FileRefused(
            gettext("At most %(most)s files go with one message. Send the most important ones; more can follow later.")
            % {"most": settings.FILES_PER_MESSAGE}
        )
    kept = store_upload(upload)
    return HeldFile.objects.create(form_key_digest=form_digest, created_at=now, **vars(kept))


def keep_only(form_digest: str, receipts: list[str]) -> None:
    """Let go of what the form holds beyond these receipts: it was taken out by hand."""
    kept = {int(one) for one in receipts if one.isdecimal() and len(one) < 18}
    for file in list_held_for(form_digest):
        if file.pk not in kept:
            let_go(file)


def let_go(file: HeldFile) -> None:
    """Delete a held file: first the row, then the bytes, unless a case has taken them over."""
    with transaction.atomic():
        file.delete()
        taken = CaseFile.objects.filter(stored=file.stored).exists()
        if not taken:
            transaction.on_commit(lambda: discard_bytes(file.stored))


def read_as_stored(files: list[HeldFile]) -> list[Stored]:
    """Return held files as what an act attaches."""
    return [Stored(file.name, file.media_type, file.size, file.digest, file.stored) for file in files]
