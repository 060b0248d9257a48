"""Bodies that are Django's forms: their schema, and JSON as the form takes it, so that a program's words pass the very checks
that a page's do.
"""

import base64
import binascii
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import UUID

from django import forms
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.translation import gettext

from landsea.api.problems import Fault, Problem
from landsea.api.shapes import Schema, make_object_schema
from landsea.base.ui.fields import TOO_LONG, WholeField

PAPERS: Schema = {
    "type": "array",
    "maxItems": 20,
    "description": "papers and photos: name and bytes in Base64",
    "items": make_object_schema(
        {
            "name": {"type": "string", "minLength": 1, "maxLength": 160, "pattern": r"^[^/\\]+$"},
            "content": {"type": "string", "format": "byte"},
        }
    ),
}


LARGEST_ROW = 999_999_999
MOST_IN_LIST = 500
ROW = {"type": "integer", "minimum": 1, "maximum": LARGEST_ROW}


class RowsField(forms.Field):
    """The numbers of several rows."""


class ReadsBody(Protocol):
    """What reads the body of a request: its schema, whether papers may come, whether a form is checked before the act."""

    @property
    def papers(self) -> bool:
        """Whether papers may come."""

    @property
    def checked(self) -> bool:
        """Whether what `read` returns is a form that is checked before the act."""

    def schema(self) -> Schema:
        """Return the schema of the body."""

    def read(self, sent: Any, more: Mapping[str, str]) -> tuple[Any, tuple[SimpleUploadedFile, ...]]:
        """Return what the operation takes, and the papers. Raises Problem."""


@dataclass(frozen=True)
class Body:
    """A body made of a form. `leaves_out`: fields that a page needs and a program says otherwise (keys, versions). `more`:
    fields that the form reads from what was sent without naming them. `papers`: whether files may come. `defaults`: what
    counts where a field is left out. `checked`: whether the form is asked before the act; acts
    of cases ask for the right first, and then check. `form_key`: the field in which the form takes the key of one sending, a
    UUID, if it has one.
    """

    form: Callable[..., forms.Form]
    leaves_out: tuple[str, ...] = ()
    papers: bool = False
    defaults: Mapping[str, Any] = field(default_factory=dict)
    needed: tuple[str, ...] = ()
    checked: bool = True
    form_key: str = ""

    def schema(self) -> Schema:
        """Return the schema of the body."""
        fields = self._fields()
        told: Schema = {"type": "object", "additionalProperties": False, "properties": {}}
        told["properties"] = {name: describe_field(one) for name, one in fields.items()}
        needed = [name for name, one in fields.items() if (one.required or name in self.needed) and not self._has(name)]
        if needed:
            told["required"] = needed
        if self.papers:
            told["properties"]["papers"] = PAPERS
        return told

    def read(self, sent: Any, more: Mapping[str, str]) -> tuple[forms.Form, tuple[SimpleUploadedFile, ...]]:
        """Return the form filled with what was sent, and the papers; `more` is what the page would have sent besides.

        Raises Problem for what is no object, holds unknown names, or has a value of another type. Whether the values
        mean something, the form says when it is asked.
        """
        if not isinstance(sent, dict):
            raise Problem("faults", gettext("Send a JSON object."), faults=[Fault("", gettext("Send a JSON object."))])
        fields, faults = self._fields(), []
        data = QueryDict(mutable=True)
        for name, value in (dict(self.defaults) | sent).items():
            if self.papers and name == "papers":
                continue
            if name not in fields:
                faults.append(Fault(f"/{_escaped(name)}", gettext("This field is not known here. Leave it out.")))
            elif (texts := write_as_texts(fields[name], value)) is None:
                faults.append(Fault(f"/{name}", _type_sentence(fields[name])))
            elif too_long := _length_sentence(fields[name], texts):
                faults.append(Fault(f"/{name}", too_long))
            else:
                data.setlist(name, texts)
        files = self._papers(sent.get("papers", []), faults) if self.papers else ()
        faults += [
            Fault(f"/{name}", gettext("This field is needed."))
            for name in self.schema().get("required", ())
            if name not in sent
        ]
        if faults:
            raise Problem("faults", gettext("Nothing was done. Mend what is named below."), faults=faults)
        data.update(more)
        if self.form_key:
            data[self.form_key] = str(UUID(more["key"][:32]))
        return self.form(data), files

    def _fields(self) -> dict[str, forms.Field]:
        left_out = (*self.leaves_out, self.form_key)
        fields = {name: one for name, one in self.form().fields.items() if name not in left_out}
        for name in getattr(self.form, "rows", ()):
            fields[name] = WholeField(required=False, min_value=1, max_value=LARGEST_ROW)
        for name in getattr(self.form, "many_rows", ()):
            fields[name] = RowsField()
        return fields

    def _has(self, name: str) -> bool:
        return name in self.defaults

    def _papers(self, sent: Any, faults: list[Fault]) -> tuple[SimpleUploadedFile, ...]:
        if not isinstance(sent, list) or len(sent) > PAPERS["maxItems"]:
            faults.append(Fault("/papers", gettext("Send a list of papers, each with a name and its bytes in Base64.")))
            return ()
        kept = []
        for number, one in enumerate(sent):
            paper = _paper_of(one)
            if paper is None:
                sentence = gettext("Send a name and the bytes in Base64, and nothing else.")
                faults.append(Fault(f"/papers/{number}", sentence))
            else:
                kept.append(paper)
        return tuple(kept)


def refuse_faulty_form(form: forms.Form) -> None:
    """Raise Problem with a sentence for each field of a form that cannot be taken as it is."""
    if form.is_valid():
        return
    faults = [
        Fault("" if name == "__all__" else f"/{name}", str(sentence))
        for name, sentences in form.errors.items()
        for sentence in sentences
    ]
    raise Problem("faults", gettext("Nothing was done. Mend what is named below."), faults=faults)


def describe_field(asked: forms.Field) -> Schema:
    """Return the schema of what a field takes; where the form decides by more than the type, the form's answer counts."""
    schema: Schema
    if isinstance(asked, RowsField):
        schema = {"type": "array", "items": ROW, "maxItems": MOST_IN_LIST}
    elif isinstance(asked, forms.MultipleChoiceField):
        schema = {"type": "array", "items": {"type": "string", "maxLength": 200}, "maxItems": MOST_IN_LIST}
    elif isinstance(asked, forms.BooleanField):
        schema = {"type": "boolean"}
    elif isinstance(asked, forms.IntegerField):
        schema = {"type": "integer"}
        schema |= {"minimum": asked.min_value} if asked.min_value is not None else {}
        schema |= {"maximum": asked.max_value} if asked.max_value is not None else {}
    elif isinstance(asked, forms.DecimalField | forms.FloatField):
        schema = {"type": "number"}
    else:
        schema = _text_schema(asked)
    says = str(asked.help_text or asked.label or "")
    return schema | ({"description": says} if says else {})


def _text_schema(asked: forms.Field) -> Schema:
    schema: Schema = {"type": "string"}
    if isinstance(asked, forms.ChoiceField):
        codes = sorted(_codes_of(asked.choices))
        return schema | ({"enum": codes} if codes else {})
    if isinstance(asked, forms.DateField):
        return schema | ({"format": "date"} if asked.required else {"description": "a day like 2026-12-24, or empty"})
    if isinstance(asked, forms.EmailField):
        return schema | {"maxLength": asked.max_length or 254}
    if getattr(asked, "max_length", None):
        schema["maxLength"] = asked.max_length
    if asked.required and isinstance(asked, forms.CharField):
        schema["minLength"] = 1
    return schema


def _codes_of(choices: Any) -> set[str]:
    """Return the codes of a choice, those of groups too."""
    found: set[str] = set()
    for code, words in choices:
        found |= _codes_of(words) if isinstance(words, list | tuple) else {str(code)}
    return found


def write_as_texts(asked: forms.Field, value: Any) -> list[str] | None:
    """Return a JSON value as what a page would have sent, None for a value of another type."""
    if isinstance(value, list) and len(value) > MOST_IN_LIST:
        return None
    if isinstance(asked, RowsField):
        return [str(one) for one in value] if isinstance(value, list) and all(_is_row(one) for one in value) else None
    if isinstance(asked, forms.MultipleChoiceField):
        is_list = isinstance(value, list) and all(isinstance(one, str) for one in value)
        return list(value) if is_list else None
    if isinstance(asked, forms.BooleanField):
        return (["on"] if value else []) if isinstance(value, bool) else None
    if isinstance(asked, forms.IntegerField | forms.DecimalField | forms.FloatField):
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return [str(value)] if is_number else None
    return [value] if isinstance(value, str) else None


def _length_sentence(asked: forms.Field, texts: list[str]) -> str:
    """Return what is wrong with texts that are longer than the schema says as they were sent, though the form, which counts
    what cleaning leaves of them, might take them; empty where nothing is.
    """
    most = describe_field(asked).get("maxLength")
    longest = max(map(len, texts), default=0)
    return str(TOO_LONG) % {"show_value": longest, "limit_value": most} if most and longest > most else ""


def _is_row(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= LARGEST_ROW


def _type_sentence(asked: forms.Field) -> str:
    kind = describe_field(asked)["type"]
    return {
        "array": gettext("Send a list of texts."),
        "boolean": gettext("Send true or false."),
        "integer": gettext("Send a whole number."),
        "number": gettext("Send a number."),
    }.get(kind, gettext("Send a text."))


def _paper_of(sent: Any) -> SimpleUploadedFile | None:
    if not isinstance(sent, dict) or set(sent) != {"name", "content"}:
        return None
    name, content = sent["name"], sent["content"]
    if not (isinstance(name, str) and isinstance(content, str) and 0 < len(name) <= 160):
        return None
    try:
        paper = SimpleUploadedFile(name, base64.b64decode(content, validate=True))
    except (binascii.Error, ValueError, SuspiciousFileOperation):
        return None
    return paper if paper.name == name else None


def _escaped(name: str) -> str:
    """Return a name as a JSON pointer writes it (RFC 6901)."""
    return name.replace("~", "~0").replace("/", "~1")[:200]
