"""Papers and photos: those on a case, and those held for a form that has not been sent yet."""

from django.db import models

from landsea.base.files.models import StoredFile
from landsea.cases.models.case import choices_of
from landsea_core.caseflow import MessageKind, Side


class CaseFile(StoredFile):
    """A file on a case; `kind` decides who sees it, like a message's."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="files")
    message = models.ForeignKey("cases.Message", null=True, on_delete=models.SET_NULL, related_name="files")
    kind = models.CharField(max_length=10, choices=choices_of(MessageKind))
    side = models.CharField(max_length=12, choices=choices_of(Side))
    desk = models.ForeignKey("directory.Desk", null=True, on_delete=models.PROTECT, related_name="+")
    redacted_at = models.DateTimeField(null=True)


class HeldFile(StoredFile):
    """A file uploaded with a form before it was sent; swept after two days. Only the form's key leads to it."""

    form_key_digest = models.CharField(max_length=64, db_index=True)
