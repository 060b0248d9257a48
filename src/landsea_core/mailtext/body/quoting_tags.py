"""Which elements of a mail's HTML hold quoted words, by the marks that mail programs leave.

Apple Mail, iOS, Thunderbird: `blockquote type=cite`; Gmail: classes `gmail_quote` (its quoting blockquotes) and
`gmail_attr` (the line above); NetEase: `isReplyContent`; Yahoo: `yahoo_quoted`; Proton, Tuta, Zoho: their own classes. A
blockquote without any mark may be a person's own indentation, and a forwarded mail (`gmail_quote` around no blockquote,
`isForwardContent`) is no quote.
"""

import re
from collections.abc import Mapping

_CLASSES = re.compile(
    r"(?:^|\s)(?:x_)?(?:gmail_quote|protonmail_quote|tutanota_quote|zmail_extra|moz-cite-prefix|yahoo_quoted|"
    r"quoted-text|mail-quote|ms-outlook-quote|freebirdFormviewer_quote)(?:\s|$)",
    re.IGNORECASE,
)
_IDS = re.compile(
    r"^(?:x_)?(?:isReplyContent|yahoo_quoted_\w+|replySplit|mail-editor-reference-message-container)$", re.IGNORECASE
)


def is_quoting(tag: str, attributes: Mapping[str, str]) -> bool:
    """Say whether an element, by its name and attributes, holds what somebody else wrote before."""
    classes, name = attributes.get("class", "") or "", attributes.get("id", "") or ""
    if tag == "blockquote":
        return (attributes.get("type", "") or "").lower() == "cite" or bool(
            _CLASSES.search(classes) or _IDS.search(name)
        )
    if "gmail_quote" in classes:
        return False  # a box that also holds answers written between the quotes, or a forwarded mail
    return bool(_CLASSES.search(classes) or _IDS.search(name))
