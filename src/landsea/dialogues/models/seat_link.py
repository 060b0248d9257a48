"""The secret link by which somebody without an account answers an invitation to one dialogue."""

from django.db import models
from django.db.models import Q


class SeatLink(models.Model):
    """A link for one seat and the address it was mailed to. Only its digest is kept, like a filer's link. Whether it still
    opens anything is looked up each time (`access.by_invitation_link`): the seat may have been freed.
    """

    seat = models.ForeignKey("dialogues.Seat", on_delete=models.CASCADE, related_name="links")
    address = models.EmailField(help_text="the address it was sent to")
    nonce = models.UUIDField(unique=True)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seat"], name="one_live_link_of_seat", condition=Q(revoked_at=None)),
        ]

    def __str__(self) -> str:
        return f"invitation link {self.pk} of seat {self.seat_id}"
