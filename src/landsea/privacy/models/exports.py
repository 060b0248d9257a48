"""An export of what is kept about one person: asked for, made by a job, given for some days, gone.

waiting ---a job takes it---> running ---> ready ---its time is over---> gone
                                 \\--something failed--> failed (asked for again, it is a new one)
"""

from django.db import models

from landsea.base.files.models import StoredFile


class ExportState(models.TextChoices):
    """Where an export is."""

    WAITING = "waiting"
    RUNNING = "running"
    READY = "ready"
    FAILED = "failed"


class Export(models.Model):
    """One export of one person: an account, an address, or the filer of a case. `done` of `total` rows are written. Whoever has
    the secret of `nonce` sees how far it is and fetches it.
    """

    user = models.ForeignKey("accounts.User", null=True, on_delete=models.CASCADE, related_name="+")
    address = models.EmailField(blank=True)
    case = models.ForeignKey("cases.Case", null=True, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=10, default="en")
    state = models.CharField(max_length=8, choices=ExportState.choices, default=ExportState.WAITING)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    nonce = models.UUIDField(unique=True)
    digest = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"export {self.pk} ({self.state})"


class ExportFile(StoredFile):
    """The archive of an export."""

    export = models.OneToOneField(Export, on_delete=models.CASCADE, related_name="file")
