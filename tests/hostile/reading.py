"""Reads which names each page takes: from the forms that are made while it answers, from what its view asks the query and the
body for, and from the fields that stand hidden in the forms of the pages before it. Nothing is listed by hand.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

from django import forms
from django.http import QueryDict
from tests.hostile.values import ORDINARY, ordinary_key

from landsea.base.ui.act_forms import FormOfAct

KIND_OF_FIELD: tuple[tuple[type[forms.Field], str], ...] = (
    (forms.FileField, "file"),
    (forms.EmailField, "address"),
    (forms.URLField, "page"),
    (forms.DateTimeField, "moment"),
    (forms.DateField, "day"),
    (forms.TimeField, "time"),
    (forms.IntegerField, "number"),  # also of decimals and fractions
    (forms.ChoiceField, "choice"),
    (forms.BooleanField, "choice"),
    (forms.CharField, "words"),
)
NOBODYS = {"csrfmiddlewaretoken"}


@dataclass
class Spot:
    """A name that a page takes, what kind of value belongs there, and what stands there ordinarily."""

    name: str
    kind: str
    ordinary: str | list[str] = ""


@dataclass
class Noted:
    """What was seen while one page answered: the forms that were made, and the names that the view asked for."""

    made: list[forms.BaseForm] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    def spots(self) -> dict[str, Spot]:
        """Return the names of the forms that were filled, and whatever else was asked for."""
        found = {name: Spot(name, "any") for name in sorted(self.names)}
        for form in self.made:
            if form.is_bound:
                found |= {spot.name: spot for spot in spots_of(form)}
        return {name: spot for name, spot in found.items() if isinstance(name, str) and name not in NOBODYS}


@contextmanager
def noting() -> Iterator[Noted]:
    """Note the forms and the names of one request."""
    noted = Noted()
    begin, take, take_all = forms.BaseForm.__init__, QueryDict.__getitem__, QueryDict.getlist

    def begun(form, *values, **named):
        noted.made.append(form)
        begin(form, *values, **named)

    def taken(self, name):
        noted.names.add(name)
        return take(self, name)

    def all_taken(self, name, default=None):
        noted.names.add(name)
        return take_all(self, name, default)

    def asked(self, name):
        noted.names.add(name)
        return dict.__contains__(self, name)

    with (
        patch.object(forms.BaseForm, "__init__", begun),
        patch.object(QueryDict, "__getitem__", taken),
        patch.object(QueryDict, "getlist", all_taken),
        patch.object(QueryDict, "__contains__", asked),
    ):
        yield noted


def spots_of(form: forms.BaseForm) -> Iterator[Spot]:
    """Yield the spots of a form, with what somebody would write who only wants to get on."""
    for name, one in form.fields.items():
        kind = next((kind for of, kind in KIND_OF_FIELD if isinstance(one, of)), "words")
        yield Spot(form.add_prefix(name), kind, _ordinary_of(name, one, kind))
    if isinstance(form, FormOfAct):
        for name in (*form.rows, *form.many_rows):
            yield Spot(name, "number")


def _ordinary_of(name: str, one: forms.Field, kind: str) -> str | list[str]:
    if isinstance(one, forms.UUIDField) or name in {"key", "form_key"}:
        return ordinary_key()
    if isinstance(one, forms.BooleanField):
        return "on"
    if isinstance(one, forms.ChoiceField):
        codes = [code for code in codes_of(one.choices) if code]
        first = codes[0] if codes else ""
        return [first] if isinstance(one, forms.MultipleChoiceField) else first
    if isinstance(one, forms.IntegerField):
        return str(max(one.min_value or 1, 1))
    if kind == "file":
        return ""
    most = getattr(one, "max_length", None)
    return ORDINARY[kind][:most]


def codes_of(choices: Any) -> list[str]:
    """Return the codes of a choice, those of groups too."""
    found: list[str] = []
    for code, words in choices:
        found += codes_of(words) if isinstance(words, list | tuple) else [str(code)]
    return found


class FormsInPage(HTMLParser):
    """The hidden fields and chosen rows of the forms of a page, by the path to which each form is sent."""

    def __init__(self, path: str):
        super().__init__()
        self.path, self.found, self._to = path, {}, None

    def handle_starttag(self, tag, attrs):
        given: Mapping[str, str | None] = dict(attrs)
        if tag == "form" and (given.get("method") or "").lower() == "post":
            self._to = self.found.setdefault(urlsplit(given.get("action") or self.path).path, {})
        elif tag in {"input", "button"} and self._to is not None and given.get("name"):
            kind = given.get("type") or ""
            if kind in {"hidden", "radio", "checkbox", "submit"} and given["name"] not in NOBODYS:
                self._to.setdefault(given["name"], given.get("value") or "on")

    def handle_endtag(self, tag):
        if tag == "form":
            self._to = None


def hidden_fields(path: str, page: str) -> dict[str, dict[str, str]]:
    """Return what stands hidden in the forms of a page, by the path to which they are sent."""
    parser = FormsInPage(path)
    parser.feed(page)
    return parser.found
