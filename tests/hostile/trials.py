"""Draws requests by a seed: a page, one name that it takes, one hostile value for it, and one of the people."""

import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count as count_up
from typing import Any
from urllib.parse import quote, urlsplit

from tests.contract.one_of_each.addresses import FILER
from tests.contract.one_of_each.everything import Everything, Page
from tests.contract.walk import EVERYBODY, WELL_PLACED
from tests.hostile.judging import REFUSED, Counts, find_fault, refused_everywhere
from tests.hostile.programs import bearers_of, headers_for, hostile_value, known_values, names_of, ordinary_body
from tests.hostile.reading import Spot, hidden_fields, noting
from tests.hostile.sending import Came, Request, send
from tests.hostile.values import BODIES, HEADERS, KINDS, NUMBERS_IN_PATHS, PIECES, WORDS, make_uploads

from landsea.api.operations import Operation
from landsea.api.table import list_operations
from landsea.api.tests.programs import BASE

LET_IN = 0.75
"""How many of the requests come from somebody who is let in: only there a value gets as far as a form."""


@dataclass
class Target:
    """A page as one method reaches it: what it takes, whom it lets in, and whom the matrix refuses."""

    page: Page
    method: str
    spots: dict[str, Spot] = field(default_factory=dict)
    let_in: list[str] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)

    @property
    def key(self) -> str:
        """What it is called in the counts."""
        return f"{self.method:<4} {self.page.pattern}"


@dataclass(frozen=True)
class Called:
    """An operation of the API."""

    operation: Operation

    @property
    def key(self) -> str:
        """What it is called in the counts."""
        return f"{self.operation.method:<4} api/v1{self.operation.path}"


class Attack:
    """The people's browsers, the pages as they were read, and what was counted."""

    def __init__(self, everything: Everything):
        self.counts = Counts()
        self.clients = {who: everything.client(who) for who in EVERYBODY}
        for client in self.clients.values():
            client.raise_request_exception = False
        self.everything = everything
        self.bearers, self.known = bearers_of(everything), known_values(everything)
        self.called = [Called(operation) for operation in list_operations()]
        self.targets = self._read()

    def ask(self, target: Target | Called, request: Request) -> Came:
        """Send a request, judge and count what comes."""
        is_page = isinstance(target, Target)
        came = send(self.clients[request.who if is_page else "anonymous"], request)
        fault = find_fault(came, is_refused=is_page and request.who in target.refused)
        if not is_page and not fault and came.status < 300:
            fault = self._beyond_its_key(target.operation, request)
        self.counts.note(target.key, request, came, fault)
        return came

    def _beyond_its_key(self, operation: Operation, request: Request) -> str:
        """Whether a program got what the door of the operation says is for others."""
        is_for_keys = (
            not operation.is_public and "mailbox" not in operation.door and "answer_link" not in operation.door
        )
        return "beyond its door" if is_for_keys and request.who in {"anonymous", FILER} else ""

    def _read(self) -> list[Target]:
        """Look at every page once as somebody who is let in, and note what it takes."""
        refused, hidden, targets = refused_everywhere(), {}, []
        for method in ("GET", "POST"):
            for page in self.everything.pages():
                door = (method, page.pattern)
                if door not in refused:
                    continue
                target = Target(page, method, refused=refused[door])
                people = [who for who in dict.fromkeys((*WELL_PLACED, *EVERYBODY)) if who not in target.refused]
                typed = hidden.get(urlsplit(page.address).path, {}) | dict(page.typed) if method == "POST" else {}
                for who in people:
                    with noting() as noted:
                        came = self.ask(target, Request(who, method, page.address, typed))
                    if came.result in REFUSED:
                        continue
                    target.let_in = [who, *(one for one in people if one != who)]
                    target.spots = _spots(noted.spots(), typed)
                    if method == "GET" and b"<form" in came.content:
                        path = urlsplit(page.address).path
                        hidden |= hidden_fields(path, came.content.decode(errors="replace"))
                    break
                targets.append(target)
        return targets


def _spots(found: dict[str, Spot], typed: dict[str, Any]) -> dict[str, Spot]:
    """Return the spots, with what stands there already where the page knows it."""
    for name, value in typed.items():
        spot = found.setdefault(name, Spot(name, "any"))
        spot.ordinary = value
    return found


def draw(attack: Attack, count: int, seed: int) -> Iterator[tuple[Any, Request]]:
    """Yield `count` requests: every name of every page and operation once, then once more with other values.

    Which value and who sends it is decided by the seed, the page and the name alone: a new page changes nothing for others.
    """
    places = [(target, name) for target in attack.targets for name in (*target.spots, *_besides(target))]
    places += [(called, name) for called in attack.called for name in (*names_of(called.operation), BODY)]
    for number in count_up():
        here = sorted(places, key=lambda place: _digest(f"{seed}:{number}:{place[0].key}:{place[1]}"))[:count]
        for target, name in here:
            chance = random.Random(f"{seed}:{number}:{target.key}:{name}")
            make = _make_call if isinstance(target, Called) else _make_request
            yield target, make(attack, chance, target, name)
        count -= len(here)
        if count <= 0 or not here:
            return


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _make_call(attack: Attack, chance: random.Random, called: Called, name: str) -> Request:
    operation, who = called.operation, chance.choice(sorted(attack.bearers))
    path = operation.path
    for part in operation.in_path:
        instead = chance.choice([*attack.known.get(part, []), "1"])
        if part == name:
            instead = chance.choice((*NUMBERS_IN_PATHS, *PIECES))
        path = path.replace(f"{{{part}}}", quote(str(instead).encode("utf-8", "surrogatepass"), safe=""))
    headers, sent, body = headers_for(attack.bearers[who], operation), {}, None
    if name in {one.name for one in operation.query}:
        sent = {name: chance.choice(KINDS["any"])}
    if operation.method != "GET":
        typed = ordinary_body(operation)
        if name in typed or name == "papers":
            typed[name] = hostile_value(chance)
        body = chance.choice(BODIES) if name == BODY else ("application/json", json.dumps(typed).encode())
    return Request(who, operation.method, BASE + path, sent, body, headers)


BODY, HEADER, PATH = "(body)", "(header)", "(path)"


def _besides(target: Target) -> list[str]:
    """Return what can be hostile besides the names that a page takes."""
    return [HEADER, *([BODY] if target.method == "POST" else []), *([PATH] if "<" in target.page.pattern else [])]


def _make_request(attack: Attack, chance: random.Random, target: Target, name: str) -> Request:
    is_let_in = target.let_in and chance.random() < LET_IN
    who = chance.choice((target.let_in[0], chance.choice(target.let_in)) if is_let_in else EVERYBODY)
    page, sent = target.page, {one.name: one.ordinary for one in target.spots.values() if one.ordinary not in ("", [])}
    if target.method == "GET" and name not in target.spots:
        sent = {}
    if name == HEADER:
        header = chance.choice(sorted(HEADERS))
        return Request(who, target.method, page.address, sent, headers={header: chance.choice(HEADERS[header])})
    if name == BODY:
        return Request(who, target.method, page.address, body=chance.choice(BODIES))
    if name == PATH:
        return Request(who, target.method, _hostile_path(chance, page), sent)
    spot = target.spots[name]
    if spot.kind == "file" or "file" in name or "paper" in name:
        sent[name] = chance.choice(make_uploads())
        return Request(who, target.method, page.address, sent)
    values = KINDS[spot.kind] if chance.random() < 0.8 else WORDS
    value = chance.choice(values)
    sent[name] = [value, chance.choice(values)] if isinstance(spot.ordinary, list) else value
    return Request(who, target.method, page.address, sent)


def _hostile_path(chance: random.Random, page: Page) -> str:
    """Return the address with one of its values replaced; each piece of a path may be any text."""
    path, _, query = page.address.partition("?")
    pieces = [one for one in path.split("/") if one]
    where = chance.randrange(len(pieces))
    instead = chance.choice(NUMBERS_IN_PATHS if pieces[where].isdigit() else PIECES)
    pieces[where] = quote(instead.encode("utf-8", "surrogatepass"), safe="")
    tail = "/" if path.endswith("/") else ""
    return "/" + "/".join(pieces) + tail + (f"?{query}" if query else "")
