"""Sources as links: the rows have addresses as somebody noted them, without https://, shortened, or several at once."""

import re

_ADDRESS = re.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s;]*)?)", re.IGNORECASE)

_WHO_SAID_IT = re.compile(r"\s+\([^()]*\)$")


def link_source(source: str) -> str:
    """Return the address of a source that is one whole address, who says it may follow in brackets; empty for other texts
    and for what was shortened.

    `link_source("en.people.cn/n3/2026/0107/c90000-20411007.html")` is that address with https:// before it.
    """
    found = _ADDRESS.fullmatch(_WHO_SAID_IT.sub("", source.strip()))
    return f"https://{found[1]}" if found and "..." not in source else ""
