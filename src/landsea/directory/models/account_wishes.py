"""Desks that answer from an address and ask for an account; the coordinator appoints somebody, or declines."""

from django.db import models
from django.db.models import Q


class AccountWish(models.Model):
    """One wish of one contact: who shall have the account, as the desk wrote it. At most one is open a contact."""

    contact = models.ForeignKey("directory.Contact", on_delete=models.CASCADE, related_name="account_wishes")
    name = models.CharField(max_length=120)
    email = models.EmailField()
    wished_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contact"], name="one_open_account_wish", condition=Q(settled_at=None))
        ]

    def __str__(self) -> str:
        return f"account wish of contact {self.contact_id}"
