"""Replaces the filer's secret link: the old one opens nothing any more."""

from landsea.cases.access import Need
from landsea.cases.actions.doing import doing
from landsea.cases.models import FilerLink
from landsea.cases.notices import tell_filer
from landsea.cases.secret_links import digest_of, new_nonce, secret_of


def replace_link(actor, ref: str, *, now, key: str = "") -> str:
    """Revoke all links of the case, make a new one and return its secret; the filer's address, if any, is told."""
    with doing(actor, ref, "revoke_link", now=now, need=Need.FILE_SIDE, key=key) as work:
        FilerLink.objects.filter(case=work.case, revoked_at=None).update(revoked_at=now)
        nonce = new_nonce()
        FilerLink.objects.create(case=work.case, nonce=nonce, digest=digest_of(secret_of(nonce)), created_at=now)
        tell_filer(work, "case_new_link", nonce=nonce)
    return secret_of(nonce)
