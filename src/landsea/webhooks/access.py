"""The only reads of receivers: a person's own, and what was posted to them."""

from django.http import Http404

from landsea.webhooks.models import EventPost, Receiver

MOST_SHOWN = 50


def list_receivers(user_id: int) -> list[Receiver]:
    """Return a person's receivers, the newest first."""
    return list(Receiver.objects.filter(user_id=user_id).order_by("-pk"))


def find_own_receiver(user_id: int | None, receiver_id: int) -> Receiver:
    """Return a receiver of this person. Raises Http404 for anybody else's."""
    found = Receiver.objects.filter(user_id=user_id, pk=receiver_id).first() if user_id else None
    if found is None:
        raise Http404
    return found


def list_latest_posts(receiver: Receiver) -> list[EventPost]:
    """Return what was posted to a receiver or waits for it, the newest first."""
    return list(receiver.posts.order_by("-pk")[:MOST_SHOWN])
