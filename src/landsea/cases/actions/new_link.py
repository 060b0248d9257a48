"""Replaces the filer's secret link: the old one opens nothing any more."""

from landsea.base.audit.access import find_entry_with_key
from landsea.base.secret_links import compute_digest, make_nonce
from landsea.cases.access import Need
from landsea.cases.actions.open_act import act_key, open_act
from landsea.cases.audit_stream import name_stream
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea.cases.models import FilerLink
from landsea.cases.notices import tell_filer

ACT = "revoke_link"


def replace_link(actor, ref: str, *, now, key: str = "") -> str:
    """Revoke all links of the case, make a new one and return its secret; the filer's address, if any, is told."""
    with open_act(actor, ref, ACT, now=now, need=Need.FILE_SIDE, key=key) as work:
        FilerLink.objects.filter(case=work.case, revoked_at=None).update(revoked_at=now)
        nonce = make_nonce()
        FilerLink.objects.create(
            case=work.case, nonce=nonce, digest=compute_digest(MAILBOX_LINKS.secret_of(nonce)), created_at=now
        )
        tell_filer(work, "case_new_link", nonce=nonce)
    return MAILBOX_LINKS.secret_of(nonce)


def link_replaced_with(old_secret: str, key: str) -> FilerLink | None:
    """Return the live link that replaced the one of `old_secret` when this very form was sent, or None.

    Somebody who presses twice, or whose answer got lost on the way, holds only the old secret; without this they would
    have locked themselves out. The key was never outside their own page.
    """
    old = (
        FilerLink.objects.filter(digest=compute_digest(old_secret), revoked_at__isnull=False)
        .select_related("case")
        .first()
    )
    if old is None:
        return None
    entry = find_entry_with_key(name_stream(old.case), act_key(ACT, key))
    if entry is None:
        return None
    return FilerLink.objects.filter(case=old.case, revoked_at=None).select_related("case").order_by("-id").first()
