"""What opens by a secret that only its owner has: the filer's link or the words that stand for it, and the form that somebody
fills in.
"""

from hmac import compare_digest

from django.db import connection

from landsea.base.plain_reads import read_rows_of
from landsea.base.secret_links import compute_digest
from landsea.cases.mailbox_links import make_key_on_paper
from landsea.cases.models import (
    Case,
    FilerLink,
    HeldFile,
)
from landsea_core.text.spoken_key import say_key


def find_link_with_secret(secret: str) -> FilerLink | None:
    """Return the live secret link that this secret opens, with its case; None for a foreign, wrong or revoked one."""
    return FilerLink.objects.filter(digest=compute_digest(secret), revoked_at=None).select_related("case").first()


def find_words(secret: str) -> str:
    """Return the words that stand on paper for a live link, by its secret; empty for none."""
    link = find_link_with_secret(secret)
    return say_key(make_key_on_paper(link.nonce)) if link else ""


def find_link_with_words(ref: str, key: bytes) -> FilerLink | None:
    """Return the live link of the case with this number, or of the one it was merged into, whose words say this key."""
    case = find_case_that_goes_on(ref)
    live = FilerLink.objects.filter(case=case, revoked_at=None).select_related("case") if case else ()
    return next((link for link in live if compare_digest(make_key_on_paper(link.nonce), key)), None)


def find_case_that_goes_on(ref: str) -> Case | None:
    """Return the case with this number, or the one that it was merged into: for the platform's own use. Whoever asks by the
    number alone is never told whether there is one.
    """
    case = Case.objects.select_related("merged_into").filter(ref=ref.upper()).first()
    while case is not None and case.merged_into is not None:
        case = case.merged_into
    return case


def list_held_for(form_digest: str) -> list[HeldFile]:
    """Return the files held for a form that was not sent yet, by the digest of its key, in the order they came."""
    return read_rows_of(HeldFile, "form_key_digest = %s ORDER BY id", [form_digest])


def find_words_filed_with(form_digest: str) -> Case | None:
    """Return number and words, and nothing else, of the case that the form with this key digest has filed, or None."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, ref, text FROM cases_case WHERE form_key_digest = %s", [form_digest])
        found = cursor.fetchone()
    return Case.from_db(connection.alias, ["id", "ref", "text"], found) if found else None
