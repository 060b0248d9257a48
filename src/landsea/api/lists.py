"""Lists of the API: a page at a time, by a signed cursor that holds where to go on and a digest of the filters."""

import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext

from landsea.api.operations import Answered, Asked
from landsea.api.problems import Fault, Problem
from landsea.api.shapes import Registered, Schema, Shape, make_object_schema

SIGNER = Signer(salt="landsea.api.cursor")


def list_schema(shape: Registered) -> Schema:
    """Return the schema of a page of a list."""
    return make_object_schema(
        {
            "items": {"type": "array", "items": shape.reference},
            "next": {"type": ["string", "null"], "description": "the next cursor"},
        }
    )


def cut_page(asked: Asked, read: Callable[[int, int], Sequence[Any]], shape: Registered) -> Answered:
    """Return a page of a list. `read(first, most)` gives the things from number `first` (from 0), at most so many; what is no
    shape of ours comes as JSON already.
    """
    first, limit = _first_of(asked), asked.query["limit"]
    found = list(read(first, limit + 1))
    more = len(found) > limit
    following = _cursor(asked, first + limit) if more else None
    headers = {}
    if following:
        filters = {name: _as_asked(value) for name, value in asked.query.items() if value not in ("", None)}
        query = urlencode(filters | {"cursor": following})
        headers["Link"] = f'<{asked.request.build_absolute_uri(asked.request.path)}?{query}>; rel="next"'
    items = shape.all_of(found[:limit]) if isinstance(shape, Shape) else found[:limit]
    return Answered({"items": items, "next": following}, headers=headers)


def _as_asked(value: Any) -> Any:
    """Return a value as the address writes it: `true`, not Python's True."""
    return str(value).lower() if isinstance(value, bool) else value


def make_slicer(things: Any) -> Callable[[int, int], Sequence[Any]]:
    """Return how to read a part of a list or an ordered set of rows."""
    return lambda first, most: list(things[first : first + most])


def _cursor(asked: Asked, first: int) -> str:
    return SIGNER.sign(f"{first}.{_filters(asked)}")


def _first_of(asked: Asked) -> int:
    sent = asked.query["cursor"]
    if not sent:
        return 0
    try:
        first, _dot, filters = SIGNER.unsign(sent).partition(".")
    except BadSignature:
        filters = ""
    if filters != _filters(asked):
        sentence = gettext("Take the cursor from `next` of an answer, with the same filters.")
        raise Problem("bad-parameter", sentence, faults=[Fault("cursor", sentence)])
    return int(first)


def _filters(asked: Asked) -> str:
    told = {name: str(value) for name, value in asked.query.items() if name not in ("cursor", "limit")}
    raw = json.dumps([asked.request.path, told], sort_keys=True)
    return hashlib.sha256(raw.encode()).hexdigest()[:16]
