"""Reads the query of an address: what is known, of the right type, and no other name."""

from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext

from landsea.api.operations import Operation, Parameter
from landsea.api.problems import Fault, Problem, make_not_found
from landsea.api.shapes import Schema
from landsea.base.ui.countries import list_country_options
from landsea_core.text import clean_text

LONGEST, LONGEST_NUMBER = 500, 12
A_PAGE, MOST = 50, 200

LIMIT = Parameter("limit", {"type": "integer", "minimum": 1, "maximum": MOST, "default": A_PAGE}, "how many at once")
CURSOR = Parameter(
    "cursor", {"type": "string", "maxLength": LONGEST}, "where the list goes on, from `next` of an answer"
)
COUNTRY_CODE: Schema = {"type": "string", "enum": [code for code, _name in list_country_options("en")]}
SECRET_IN_PATH: dict[str, Schema] = {"secret": {"type": "string", "maxLength": 60}}
ID_IN_PATH: dict[str, Schema] = {"id": {"type": "integer", "minimum": 1}}


def read_query_values(query: QueryDict, parameters: tuple[Parameter, ...]) -> dict[str, Any]:
    """Return the values of a query by name, those that were left out as their default (text: "").

    Raises Problem naming each parameter that is unknown, missing, sent twice or of another type.
    """
    known = {one.name: one for one in parameters}
    faults = [
        Fault(name[:200], gettext("This parameter is not known here. Leave it out."))
        for name in query
        if name not in known
    ]
    values: dict[str, Any] = {}
    for name, one in known.items():
        sent = query.getlist(name)
        if not sent:
            values[name] = one.schema.get("default", "" if one.schema["type"] == "string" else None)
            if one.needed:
                faults.append(Fault(name, gettext("This parameter is needed.")))
            continue
        value = _value_of(sent[0], one.schema) if len(sent) == 1 else None
        if value is None:
            faults.append(Fault(name, _sentence_for(one.schema)))
        values[name] = value
    if faults:
        raise Problem("bad-parameter", f"{faults[0].pointer}: {faults[0].sentence}", faults=faults)
    return values


def read_path_values(in_path: dict[str, str], operation: Operation) -> dict[str, Any]:
    """Return the values of the names in a path, numbers as numbers. What cannot be one is nothing that is here."""
    values: dict[str, Any] = {}
    for name, sent in in_path.items():
        schema = operation.in_path[name]
        value = _whole_number_of(sent, schema) if schema["type"] == "integer" else sent
        if value is None or "\0" in sent or len(sent) > LONGEST:
            raise make_not_found()
        values[name] = value
    return values


def _value_of(sent: str, schema: Schema) -> Any:
    """Return the value of a parameter, None for what its schema does not take."""
    if schema["type"] == "integer":
        return _whole_number_of(sent, schema)
    if schema["type"] == "boolean":
        return {"true": True, "false": False}.get(sent)
    if "enum" in schema:
        return sent if sent in schema["enum"] else None
    if schema.get("format") == "date":
        return _day_of(sent)
    fits = schema.get("minLength", 0) <= len(sent) <= schema.get("maxLength", LONGEST)
    return clean_text(sent).text if fits else None


def _whole_number_of(sent: str, schema: Schema) -> int | None:
    digits = sent.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) < LONGEST_NUMBER):
        return None
    value = int(sent)
    return value if schema.get("minimum", value) <= value <= schema.get("maximum", value) else None


def _day_of(sent: str) -> date | None:
    try:
        return date.fromisoformat(sent) if sent[4:5] == "-" else None
    except ValueError:
        return None


def _sentence_for(schema: Schema) -> str:
    if "enum" in schema:
        return gettext("Send one of: %(choices)s.") % {"choices": ", ".join(str(one) for one in schema["enum"])}
    if schema["type"] == "integer":
        least, most = schema.get("minimum"), schema.get("maximum")
        if least is not None and most is not None:
            return gettext("Give a whole number from %(least)s to %(most)s.") % {"least": least, "most": most}
        return gettext("Give a whole number.")
    if schema["type"] == "boolean":
        return gettext("Give true or false.")
    if schema.get("format") == "date":
        return gettext("Write the day like this: 2026-08-01.")
    return gettext("Give a text of at most %(most)s characters, once.") % {"most": schema.get("maxLength", LONGEST)}
