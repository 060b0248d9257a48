"""Who filed, and the secret link that is their mailbox. Both apart from the case, behind their own access functions."""

from django.db import models


class FilerIdentity(models.Model):
    """Name and address of the filer and of the party. For a pseudonymous case only the address may be here, if one
    was left at all; it is used by the outbox and shown to nobody.
    """

    case = models.OneToOneField("cases.Case", on_delete=models.CASCADE, related_name="identity")
    name = models.CharField(max_length=120, blank=True)
    party = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return f"identity of case {self.case_id}"


class FilerLink(models.Model):
    """A secret link to a case. The secret is derived from `nonce` with the installation's key and only its digest is
    kept: a copy of the database opens no mailbox, yet the outbox can write the link into a mail.
    """

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="links")
    nonce = models.UUIDField(unique=True)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"link {self.pk} of case {self.case_id}"
