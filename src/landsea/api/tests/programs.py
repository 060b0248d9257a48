"""A program as the tests play it: it sends JSON with a key, and a new Idempotency-Key for each request that writes."""

import json
import uuid
from typing import Any

from django.test import Client
from django.utils import timezone
from jsonschema import Draft202012Validator

from landsea.api.actions.make_key import make_key
from landsea.api.openapi import describe_api
from landsea.api.scopes import SCOPES
from landsea.cases.tests.world import World

BASE = "/api/v1"


class Program:
    """A program with a bearer (a key, or a case's secret); each answer is held against the description."""

    def __init__(self, bearer: str = ""):
        self.bearer, self.client = bearer, Client()

    def ask(
        self, method: str, path: str, body: Any = None, *, status: int = 200, once: str = "", **headers: str
    ) -> Any:
        """Send a request, see that the status is as expected and that the answer is as described, and return its JSON."""
        response = self.send(method, path, body, once=once, **headers)
        assert response.status_code == status, response.content.decode()
        return response.json() if response.content else None

    def send(self, method: str, path: str, body: Any = None, *, once: str = "", **headers: str):
        """Send a request and return the response as it came."""
        if self.bearer:
            headers["Authorization"] = f"Bearer {self.bearer}"
        if method != "GET":
            headers.setdefault("Idempotency-Key", once or str(uuid.uuid4()))
        raw = b"" if body is None else json.dumps(body).encode()
        response = self.client.generic(method, BASE + path, raw, content_type="application/json", headers=headers)
        if response.status_code >= 400:
            assert response["Content-Type"] == "application/problem+json", response.content
        return response

    def get(self, path: str, **more: Any) -> Any:
        """Read."""
        return self.ask("GET", path, **more)

    def post(self, path: str, body: Any = None, **more: Any) -> Any:
        """Write."""
        return self.ask("POST", path, {} if body is None else body, **more)


def program_of(world: World, part: str, *scopes: str, by_second_factor: bool = True, days: int = 90) -> Program:
    """Return a program with a key of this person; with all scopes unless some are named."""
    given = {"name": "test", "scopes": list(scopes or SCOPES), "days": days, "by_second_factor": by_second_factor}
    return Program(make_key(world.actor(part), now=timezone.now(), **given)[1])


def fits(data: Any, name: str) -> None:
    """Hold an answer against the schema of this name in the description."""
    whole = describe_api("https://landsea.example/api/v1")
    Draft202012Validator({"$ref": f"#/components/schemas/{name}", "components": whole["components"]}).validate(data)
