"""What opens by a secret that only its owner has: the filer's link, and the form that somebody fills in."""

from landsea.base.secret_links import digest_of
from landsea.cases.models import (
    Case,
    FilerLink,
    HeldFile,
)


def link_with_secret(secret: str) -> FilerLink | None:
    """Return the live secret link that this secret opens, with its case; None for a foreign, wrong or revoked one."""
    return FilerLink.objects.filter(digest=digest_of(secret), revoked_at=None).select_related("case").first()


def held_for(form_digest: str) -> list[HeldFile]:
    """Return the files held for a form that was not sent yet, by the digest of its key, in the order they came."""
    return list(HeldFile.objects.filter(form_key_digest=form_digest).order_by("id"))


def words_filed_with(form_digest: str) -> Case | None:
    """Return number and words, and nothing else, of the case that the form with this key digest has filed, or None."""
    return Case.objects.filter(form_key_digest=form_digest).only("ref", "text").first()
