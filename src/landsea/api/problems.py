"""Errors as programs read them (RFC 9457): a stable type with a page, a title, a sentence in the asker's language, and the
faults of the body with their places.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

MEDIA_TYPE = "application/problem+json"
KINDS: dict[str, tuple[int, Any]] = {
    "bad-parameter": (400, gettext_lazy("A parameter of the address means nothing")),
    "not-json": (400, gettext_lazy("The body is not JSON")),
    "key-missing": (400, gettext_lazy("The header Idempotency-Key is missing")),
    "who-are-you": (401, gettext_lazy("A key is needed")),
    "key-unknown": (401, gettext_lazy("The key is unknown or has ended")),
    "not-allowed": (403, gettext_lazy("You may not do this")),
    "scope-missing": (403, gettext_lazy("The key has not the scope for this")),
    "second-factor": (403, gettext_lazy("The key was made without a second factor")),
    "not-found": (404, gettext_lazy("There is nothing here")),
    "wrong-method": (405, gettext_lazy("This address does not take this method")),
    "refused": (409, gettext_lazy("The act was not done")),
    "still-running": (409, gettext_lazy("The same request is still running")),
    "moved-on": (412, gettext_lazy("It changed since you looked")),
    "too-large": (413, gettext_lazy("The body is too large")),
    "wrong-media-type": (415, gettext_lazy("The body must be application/json")),
    "faults": (422, gettext_lazy("The body has faults")),
    "key-used": (422, gettext_lazy("The Idempotency-Key was used for another request")),
    "too-often": (429, gettext_lazy("Too many requests")),
    "our-fault": (500, gettext_lazy("We made a mistake")),
    "away": (503, gettext_lazy("The platform is away for a moment")),
}
"""Kind of problem -> (status, title). A kind is never used for another thing."""


@dataclass(frozen=True)
class Fault:
    """What is wrong at one place of the body: a JSON pointer ("" for the whole), or a parameter's name, and a sentence."""

    pointer: str
    sentence: str


class Problem(Exception):
    """A request that is not answered as it was asked; nothing was changed."""

    def __init__(
        self,
        kind: str,
        sentence: str,
        *,
        faults: Sequence[Fault] = (),
        code: str = "",
        headers: Mapping[str, str] | None = None,
    ):
        super().__init__(sentence)
        self.kind, self.sentence, self.faults, self.code = kind, sentence, tuple(faults), code
        self.headers = dict(headers or {})

    @property
    def status(self) -> int:
        """The status of its kind."""
        return KINDS[self.kind][0]


def make_not_found() -> Problem:
    """Return the problem of an address at which this asker finds nothing."""
    return Problem(
        "not-found", gettext("Check the address and the number in it. What you may not see is not shown here.")
    )


def write_page_of_kind(kind: str) -> str:
    """Return the address at which a kind of problem is explained: its `type`."""
    return f"{settings.PUBLIC_ADDRESS}{reverse('developers')}#{kind}"


def answer_problem(problem: Problem) -> HttpResponse:
    """Return a problem as an answer."""
    status, title = KINDS[problem.kind]
    said: dict[str, Any] = {
        "type": write_page_of_kind(problem.kind),
        "title": str(title),
        "status": status,
        "detail": problem.sentence,
    }
    if problem.code:
        said["code"] = problem.code
    if problem.faults:
        said["faults"] = [{"pointer": one.pointer, "sentence": one.sentence} for one in problem.faults]
    response = HttpResponse(json.dumps(said, ensure_ascii=False).encode(), content_type=MEDIA_TYPE, status=status)
    for name, value in problem.headers.items():
        response[name] = value
    return response
