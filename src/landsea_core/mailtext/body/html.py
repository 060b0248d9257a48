"""HTML of mail programs as lines of text: paragraphs, lists, tables, and quotes marked with ">" as plain mails mark them.

The page is read as a stream of events by lxml and never built as a tree: trees of deliberately nested tags take minutes.
"""

import re
from collections.abc import Mapping

from lxml import etree

from landsea_core.mailtext.body.quoting_tags import is_quoting
from landsea_core.mailtext.opening.limits import MAX_TEXT


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BLOCKS = _tags(
    "address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html "
    "li main nav ol p pre section table tbody tfoot thead tr ul"
)
_APART = _tags("p h1 h2 h3 h4 h5 h6 ul ol table pre")
_SILENT = _tags("head style script title template select option object svg math noframes xml")
_VOID = _tags("br hr img input meta link area base col embed source track wbr")
_HIDDEN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])|visibility\s*:\s*hidden", re.IGNORECASE
)
RULE = "_" * 32
"""What a horizontal line becomes, as Outlook writes it in plain mails."""
_SPACES = re.compile("[ \t\r\n\f\u00a0]+")


class _Lines:
    """Takes the events of a page and keeps its lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.quotes = 0
        self.has_quotes = False
        self._line = ""
        self._quoting: list[bool] = []
        self._silent = 0
        self._preformatted = 0
        self._hidden_at: list[bool] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        tag = tag.rpartition("}")[2].lower()
        if tag == "br":
            self._end_line(always=True)
            return
        hides = tag in _SILENT or "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", "")))
        if tag in _VOID:
            if tag == "hr" and not self._silent:
                self._end_line()
                self._say(RULE)
                self._end_line()
            return
        self._hidden_at.append(hides)
        self._silent += hides
        if tag in _BLOCKS:
            self._end_line()
            if tag in _APART:
                self._blank()
        quoting = is_quoting(tag, attributes)
        self._quoting.append(quoting)
        if quoting:
            self._end_line()
            self.quotes += 1
            self.has_quotes = True
        self._preformatted += tag == "pre"
        if tag == "li":
            self._say("- ")
        elif tag in {"td", "th"} and self._line.strip("> "):
            self._say(" ")

    def end(self, tag: str) -> None:
        tag = tag.rpartition("}")[2].lower()
        if tag in _VOID:
            return
        if tag in _BLOCKS:
            self._end_line()
            if tag in _APART:
                self._blank()
        self._preformatted -= tag == "pre"
        if self._quoting and self._quoting.pop():
            self._end_line()
            self.quotes -= 1
        if self._hidden_at:
            self._silent -= self._hidden_at.pop()

    def data(self, words: str) -> None:
        if self._silent:
            return
        if self._preformatted:
            first, *others = words.replace("\r\n", "\n").split("\n")
            self._say(first)
            for other in others:
                self._end_line(always=True)
                self._say(other)
            return
        told = _SPACES.sub(" ", words)
        self._say(told.lstrip() if not self._line or self._line.endswith(" ") else told)

    def close(self) -> "_Lines":
        self._end_line()
        return self

    def _say(self, words: str) -> None:
        if words and not self._silent:
            self._line += words

    def _end_line(self, *, always: bool = False) -> None:
        if (self._line or always) and not self._silent:
            self.lines.append("> " * self.quotes + self._line.rstrip())
            self._line = ""

    def _blank(self) -> None:
        if self.lines and self.lines[-1].strip("> "):
            self.lines.append("> " * self.quotes)


def read_html(html: str) -> tuple[str, bool]:
    """Return (lines of the page, whether it marks any quote); never raises.

    >>> read_html("<p>Yes.</p><blockquote type=cite>Is it?</blockquote>")
    ('Yes.\\n\\n> Is it?', True)
    """
    page = html[:MAX_TEXT].encode("utf-8", "replace")
    parser = etree.HTMLParser(target=_Lines(), encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        lines = etree.fromstring(page, parser)
    except (etree.XMLSyntaxError, etree.ParserError, ValueError):
        return "", False
    text = "\n".join(lines.lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n"), lines.has_quotes
