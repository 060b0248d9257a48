"""What a program says in headers: the key of a request that writes, and the version that it has seen."""

import re

from django.http import HttpRequest
from django.utils.translation import gettext

from landsea.api.problems import Fault, Problem

KEY = re.compile(r"[\x21-\x7e]{16,200}")
TAG = re.compile(r'"v(\d{1,8})"')


def read_idempotency_key(request: HttpRequest) -> str:
    """Return the request's key, without the quotes that some programs put around it. Raises Problem for none or a bad one."""
    key = request.headers.get("Idempotency-Key", "").strip().strip('"')
    if not KEY.fullmatch(key):
        sentence = gettext(
            "Send a header Idempotency-Key: 16 to 200 characters, new for each request, such as a random UUID. Send the same "
            "one when you send the same request again."
        )
        raise Problem("key-missing", sentence, faults=[Fault("Idempotency-Key", sentence)])
    return key


def write_version_tag(version: int) -> str:
    """Return the ETag of a version."""
    return f'"v{version}"'


def read_version(request: HttpRequest) -> int | None:
    """Return the version that If-Match names, None for none. Raises Problem for a tag that is none of ours."""
    tag = request.headers.get("If-Match", "").strip()
    if not tag or tag == "*":
        return None
    found = TAG.fullmatch(tag)
    if not found:
        sentence = gettext("Send in If-Match the ETag of the answer that you have seen.")
        raise Problem("bad-parameter", sentence, faults=[Fault("If-Match", sentence)])
    return int(found[1])
