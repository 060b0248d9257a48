"""Papers that very old programs write into the text itself, between `begin 644 NAME` and `end`."""

import re

from landsea_core.mailtext.opening.transfer import decode_uuencoded

_BLOCK = re.compile(
    r"^begin [0-7]{3,4} (?P<name>[^\r\n]{1,200})\n(?P<lines>(?:[ -`]{1,100}\n)*?)(?:`\n)?end[ \t]*$", re.MULTILINE
)


def split_off_uuencoded(text: str) -> tuple[str, tuple[tuple[str, bytes], ...]]:
    """Return (text without such papers, the papers as (name, bytes))."""
    if "\nend" not in text or "begin " not in text:
        return text, ()
    papers: list[tuple[str, bytes]] = []

    def taken(hit: re.Match[str]) -> str:
        data = decode_uuencoded([line.encode("ascii") for line in hit["lines"].splitlines()])
        if not data:
            return hit[0]
        papers.append((hit["name"].strip(), data))
        return ""

    return _BLOCK.sub(taken, text), tuple(papers)
