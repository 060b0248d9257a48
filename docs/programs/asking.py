"""Asks Landsea as a program: address and key come from the environment. Shared by the two examples beside it."""

import json
import os
import sys
import urllib.error
import urllib.request
import uuid


def ask(method: str, path: str, body: dict | None = None, once: str = "") -> dict:
    """Send one request and return what came. An error is said with what to mend, and ends the program.

    `once` is the Idempotency-Key of a request that writes: the same one, sent again, does nothing twice.
    """
    headers = {
        "Authorization": f"Bearer {os.environ['LANDSEA_KEY']}",
        "Accept-Language": os.environ.get("LANG", "en")[:2],
    }
    data = None
    if method != "GET":
        headers |= {"Content-Type": "application/json", "Idempotency-Key": once or str(uuid.uuid4())}
        data = json.dumps(body or {}).encode()
    request = urllib.request.Request(f"{os.environ['LANDSEA']}/api/v1{path}", data, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refused:
        problem = json.load(refused)
        faults = [f"{one['pointer']}: {one['sentence']}" for one in problem.get("faults", ())]
        sys.exit("\n".join([problem["detail"], *faults]))


def ask_for_all(path: str) -> list[dict]:
    """Return all things of a list, page after page."""
    found, cursor = [], ""
    while True:
        page = ask("GET", f"{path}{'&' if '?' in path else '?'}limit=200{cursor}")
        found += page["items"]
        if page["next"] is None:
            return found
        cursor = f"&cursor={page['next']}"
