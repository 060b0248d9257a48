"""What an operation of the API is: method, path, who may, what it takes, what it answers, and what does it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from landsea.api.form_bodies import ReadsBody
from landsea.api.shapes import Registered, Schema
from landsea.base.actors import Actor

NAME_IN_PATH = re.compile(r"{(\w+)}")
SAFE = "GET"


@dataclass(frozen=True)
class Parameter:
    """A parameter of the address, in its path or its query."""

    name: str
    schema: Schema
    says: str
    needed: bool = False


@dataclass
class Asked:
    """One request as an operation gets it: by whom, what was in the path, the query and the body, when.

    `once` is the key with which an act is done once; `seen_version` what If-Match said, None for nothing.
    """

    request: HttpRequest
    actor: Actor
    caller: Any
    path: dict[str, Any]
    query: dict[str, Any]
    form: Any
    now: datetime
    language: str
    once: str = ""
    seen_version: int | None = None
    files: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Answered:
    """What an operation answers besides plain data: another status than usual, headers, the version of what is shown."""

    data: Any
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    version: int | None = None


@dataclass(frozen=True)
class Operation:
    """One method at one path.

    `door` is one of `landsea.base.doors`, asked of whoever a key belongs to; `mailbox` and `answer_link` are for the secret
    of one case. `scope` is what a key must have. `takes_version`: whether If-Match says which version was seen.
    `spend` counts a request that writes against a limit, before its transaction begins: what is taken back when an act is
    refused would count nothing, and a network's row would stay locked until the act is done.
    """

    method: str
    path: str
    name: str
    summary: str
    run: Callable[[Asked], Any]
    answer: Schema | Registered
    door: str = "public"
    scope: str = ""
    group: str = ""
    query: tuple[Parameter, ...] = ()
    body: ReadsBody | None = None
    in_path: Mapping[str, Schema] = field(default_factory=dict)
    status: int = 200
    takes_version: bool = False
    media_type: str = "application/json"
    spend: Callable[[Asked], None] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """What its path looks like."""
        return re.compile(NAME_IN_PATH.sub(lambda found: f"(?P<{found[1]}>[^/]+)", self.path))

    @property
    def writes(self) -> bool:
        """Whether it can change something, and so needs an Idempotency-Key."""
        return self.method != SAFE

    @property
    def is_public(self) -> bool:
        """Whether it needs no key."""
        return self.door == "public"
