"""The lines that PGP puts around words that it signs within the text."""

import re

_SIGNED = re.compile(
    r"^-----BEGIN PGP SIGNED MESSAGE-----\n(?:Hash: [^\n]*\n)*\n?(?P<words>.*?)(?:\n-----BEGIN PGP SIGNATURE-----.*)?$",
    re.DOTALL,
)


def drop_pgp(text: str) -> str:
    """Return the signed words alone; a text without such lines as it is."""
    hit = _SIGNED.match(text.lstrip())
    return re.sub(r"^- -", "-", hit["words"], flags=re.MULTILINE) if hit else text
