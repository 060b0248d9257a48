"""Signed and encrypted mails: the signature is taken off (it is not checked here), what is encrypted stays closed.

S/MIME comes clear (multipart/signed) or wrapped in CMS (RFC 5652); PGP as parts (RFC 3156) or as lines in the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.parser import BytesParser
from email.policy import compat32

from landsea_core.mailtext.opening.parts import Part, open_parts
from landsea_core.sentences import Sentence

_CMS = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_SIGNATURES = frozenset(
    {
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-signature",
        "application/pgp-keys",
    }
)
_MOST_WRAPPINGS = 3


@dataclass(frozen=True)
class Unwrapped:
    """A tree without signatures, and whether its words are encrypted."""

    part: Part
    is_encrypted: bool
    notes: tuple[Sentence, ...]


def unwrap_signed(root: Part) -> Unwrapped:
    """Return the tree with signatures taken off."""
    notes: list[Sentence] = []
    for _ in range(_MOST_WRAPPINGS):
        inner = _signed_content(root)
        if inner is None:
            break
        notes.append(Sentence("The mail is signed; the signature was not checked here."))
        root = inner
    if any(part.type in _SIGNATURES for part in root.walk()):
        root = _without_signatures(root)
        notes = notes or [Sentence("The mail is signed; the signature was not checked here.")]
    encrypted = _is_encrypted(root)
    return Unwrapped(root, encrypted, tuple(notes[:1]))


def _is_encrypted(root: Part) -> bool:
    if root.type == "multipart/encrypted":
        return True
    if root.type in _CMS:
        return True  # what could be unwrapped no longer is of this type
    for part in root.walk():
        if part.type.startswith("text/") and part.content.lstrip()[:40].startswith(b"-----BEGIN PGP MESSAGE-----"):
            return True
        if part.type in _CMS and part is not root and not any(_has_words(other) for other in root.walk()):
            return True
    return False


def _has_words(part: Part) -> bool:
    return part.type.startswith("text/") and bool(part.content.strip())


def _signed_content(root: Part) -> Part | None:
    """Return what a CMS wrapping signs; None when the mail is not wrapped so, or the wrapping cannot be read."""
    wrapped = next((part for part in _outer(root) if part.type in _CMS), None)
    if wrapped is None:
        return None
    content = read_signed_bytes(wrapped.content)
    if content is None:
        return None
    inner = open_parts(BytesParser(policy=compat32).parsebytes(content)).root
    if wrapped is root:
        return replace(inner, headers=root.headers)
    kept = tuple(inner if child is wrapped else child for child in root.children)
    return replace(root, children=kept)


def _outer(root: Part) -> Iterator[Part]:
    yield root
    if root.is_multipart:
        yield from root.children


def read_signed_bytes(data: bytes) -> bytes | None:
    """Return the content of CMS signed-data (with lengths known or not); None for anything else."""
    from asn1crypto.cms import ContentInfo

    try:
        info = ContentInfo.load(data)
        if info["content_type"].native != "signed_data":
            return None
        content = info["content"]["encap_content_info"]["content"].native
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError):
        return None
    return content if isinstance(content, bytes) else None


def _without_signatures(root: Part) -> Part:
    kept = tuple(_without_signatures(child) for child in root.children if child.type not in _SIGNATURES)
    return replace(root, children=kept)
