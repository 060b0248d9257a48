"""What a page offers to somebody who only sees its HTML: its links, and its forms with the kind of value each field asks for.
Nothing here knows the platform's code; `bench.drill_hostile` sends what is hostile for each kind.
"""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

KIND_OF_INPUT = {
    "email": "address",
    "url": "page",
    "date": "day",
    "datetime-local": "moment",
    "time": "time",
    "number": "number",
    "radio": "choice",
    "checkbox": "choice",
    "submit": "choice",
    "file": "file",
    "hidden": "any",
}
NO_FIELDS = {"button", "reset", "image"}


@dataclass
class Form:
    """A form of a page: where it goes, and by the name of each field its kind and what stands there."""

    action: str
    method: str
    fields: dict[str, tuple[str, str]] = field(default_factory=dict)


class OfferedByPage(HTMLParser):
    """The links of a page within its own site, and its forms."""

    def __init__(self, path: str):
        super().__init__()
        self.path, self.links, self.forms = path, set(), []
        self._form: Form | None = None
        self._select = self._text = ""

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "a":
            self._note_link(given.get("href", ""))
        elif tag == "form":
            action = urljoin(self.path, given.get("action", "") or self.path)
            self._form = Form(action, given.get("method", "get").upper())
            self.forms.append(self._form)
        elif self._form is not None:
            self._note_field(tag, given)

    def handle_data(self, data):
        if self._text and self._form is not None:
            self._form.fields[self._text] = ("words", data)

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "textarea":
            self._text = ""
        elif tag == "select":
            self._select = ""

    def _note_link(self, href: str) -> None:
        try:
            parts = urlsplit(urljoin(self.path, href))
        except ValueError:
            return
        if href and not parts.netloc and not parts.scheme:
            self.links.add(parts._replace(fragment="").geturl())

    def _note_field(self, tag: str, given: dict[str, str]) -> None:
        name, fields = given.get("name", ""), self._form.fields
        if tag == "option" and self._select:
            if "selected" in given or not fields[self._select][1]:
                fields[self._select] = ("choice", given.get("value", ""))
        elif name and tag == "select":
            self._select = name
            fields[name] = ("choice", "")
        elif name and tag == "textarea":
            self._text = name
            fields[name] = ("words", "")
        elif name and (tag == "button" or (tag == "input" and given.get("type") not in NO_FIELDS)):
            kind = KIND_OF_INPUT.get(given.get("type", "text"), "words") if tag == "input" else "choice"
            fields.setdefault(name, (kind, given.get("value", "on" if kind == "choice" else "")))


def read_page(path: str, text: str) -> OfferedByPage:
    """Return what a page offers.

    >>> page = read_page("/who/", '<form method="post" action="leave/"><input type="date" name="from"></form><a href="/x">')
    >>> page.forms[0], page.links
    (Form(action='/who/leave/', method='POST', fields={'from': ('day', '')}), {'/x'})
    """
    parser = OfferedByPage(path)
    parser.feed(text)
    return parser
