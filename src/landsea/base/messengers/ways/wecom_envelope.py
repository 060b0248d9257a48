"""The envelope in which WeCom posts messages: signed and encrypted, as its documentation on callbacks says
(developer.work.weixin.qq.com, "encryption and decryption of callbacks").

The signature is SHA-1 over token, timestamp, nonce and ciphertext, sorted and joined. The ciphertext is AES-256-CBC, its
key the EncodingAESKey with "=" behind it from BASE64, its vector the key's first 16 bytes, filled up to 32 bytes as PKCS #7.
Inside stand 16 random bytes, the length of the message in four bytes, the message, and for whom it is.
"""

import base64
import hashlib
import hmac
import struct

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

BLOCK = 32


class BadEnvelope(Exception):
    """An envelope that WeCom has not closed for us."""


def compute_signature(token: str, timestamp: str, nonce: str, sealed: str) -> str:
    """Return the signature of a sealed message, hex."""
    joined = "".join(sorted([token, timestamp, nonce, sealed]))
    return hashlib.sha1(joined.encode(), usedforsecurity=False).hexdigest()  # the protocol's own choice


def open_envelope(
    sealed: str, signature: str, timestamp: str, nonce: str, *, token: str, key: str, receiver: str
) -> str:
    """Return what is inside. Raises BadEnvelope for a wrong signature, a wrong key, or a message for somebody else."""
    if not hmac.compare_digest(compute_signature(token, timestamp, nonce, sealed).encode(), signature.encode()):
        raise BadEnvelope("the signature is wrong")
    try:
        raw = base64.b64decode(sealed, validate=True)
        secret = _key_of(key)
        opener = Cipher(AES(secret), CBC(secret[:16])).decryptor()
        plain = opener.update(raw) + opener.finalize()
        plain = plain[: -_filling_of(plain)]
        (length,) = struct.unpack(">I", plain[16:20])
        words, whom = plain[20 : 20 + length].decode(), plain[20 + length :].decode()
    except (ValueError, struct.error, UnicodeDecodeError) as broken:
        raise BadEnvelope("it cannot be opened with our key") from broken
    if whom != receiver:
        raise BadEnvelope("it is for another company")
    return words


def seal_envelope(words: str, *, key: str, receiver: str, random: bytes) -> str:
    """Return words as WeCom would seal them, with these 16 random bytes: what its imitation in the tests does."""
    secret, inside = _key_of(key), words.encode()
    plain = random + struct.pack(">I", len(inside)) + inside + receiver.encode()
    filling = BLOCK - len(plain) % BLOCK
    closer = Cipher(AES(secret), CBC(secret[:16])).encryptor()
    return base64.b64encode(closer.update(plain + bytes([filling]) * filling) + closer.finalize()).decode()


def _key_of(key: str) -> bytes:
    secret = base64.b64decode(f"{key}=")
    if len(secret) != BLOCK:
        raise ValueError("the EncodingAESKey is no key of 43 characters")
    return secret


def _filling_of(plain: bytes) -> int:
    filling = plain[-1] if plain else 0
    if not 1 <= filling <= BLOCK:
        raise ValueError("wrong filling")
    return filling
