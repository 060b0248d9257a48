"""What a secret link of the board opens: an owner, an asker, a registrant."""

from django.db.models import QuerySet
from django.http import Http404

from landsea.base.secret_links import SHAPE, compute_digest
from landsea.exchange.models import (
    Introduction,
    ListingContact,
    Registration,
)


def find_contact_with_secret(secret: str) -> ListingContact:
    """Return the contact that a secret link belongs to, with its entry; raises Http404."""
    return _with_secret(ListingContact.objects.select_related("listing__desk__office"), secret)


def find_introduction_with_secret(secret: str) -> Introduction:
    """Return the introduction that a secret link belongs to; raises Http404."""
    return _with_secret(Introduction.objects.select_related("listing__contact"), secret)


def find_registration_with_secret(secret: str) -> Registration:
    """Return the registration that a secret link belongs to; raises Http404."""
    return _with_secret(Registration.objects.select_related("listing__desk__office", "listing__place"), secret)


def _with_secret(rows: QuerySet, secret: str):
    found = rows.filter(digest=compute_digest(secret)).first() if SHAPE.fullmatch(secret) else None
    if found is None:
        raise Http404
    return found
