"""Every error is a problem (RFC 9457) with a type that has a page, a status, and a sentence in the asker's language."""

import json
import uuid

import pytest
from django.urls import reverse

from landsea.api import limits
from landsea.api.problems import KINDS
from landsea.api.tests.programs import Program, fits, program_of
from landsea.base.limits.spending import Limit

pytestmark = pytest.mark.django_db
BODY = {"text": "Our durian waits at Mohan.", "visibility": "named", "party": "Demo Fruit"}


def send(client, method="POST", path="/cases", raw=b"{}", content_type="application/json", **headers):
    headers.setdefault("Idempotency-Key", str(uuid.uuid4()))
    return client.generic(method, f"/api/v1{path}", raw, content_type=content_type, headers=headers)


@pytest.mark.parametrize(
    ("status", "kind", "request_made"),
    [
        (404, "not-found", {"method": "GET", "path": "/nothing/here"}),
        (404, "not-found", {"method": "GET", "path": "/desks/%00"}),
        (405, "wrong-method", {"method": "DELETE"}),
        (405, "wrong-method", {"method": "GET", "path": "/cases/L-1/accept"}),
        (400, "not-json", {"raw": b"{"}),
        (400, "not-json", {"raw": b"\xff\xfe"}),
        (400, "not-json", {"raw": b'{"text": NaN}'}),
        (400, "not-json", {"raw": b"[" * 100_000}),
        (400, "not-json", {"raw": b'{"text": "\\ud800"}'}),
        (422, "faults", {"raw": b"[]"}),
        (422, "faults", {"raw": b'{"text": 7}'}),
        (422, "faults", {"raw": b'{"nobody/knows~this": 7}'}),
        (415, "wrong-media-type", {"content_type": "text/plain"}),
        (415, "wrong-media-type", {"content_type": "multipart/form-data; boundary=x"}),
        (400, "bad-parameter", {"method": "GET", "path": "/places?limit=0"}),
        (400, "bad-parameter", {"method": "GET", "path": "/places?limit=5&limit=6"}),
        (400, "bad-parameter", {"method": "GET", "path": "/places?nobody=knows"}),
        (400, "bad-parameter", {"method": "GET", "path": "/places?cursor=0"}),
        (401, "who-are-you", {"method": "GET", "path": "/cases"}),
    ],
)
def test_each_error_is_a_problem(world, client, status, kind, request_made):
    response = send(client, **request_made)
    assert response.status_code == status and response["Content-Type"] == "application/problem+json"
    told = response.json()
    fits(told, "Problem")
    assert told["type"].endswith(f"/developers/#{kind}") and told["detail"].endswith(".")


def test_every_kind_of_problem_has_its_place_on_the_page(client, world):
    page = client.get(reverse("developers")).content.decode()
    assert all(f'id="{kind}"' in page for kind in KINDS)


def test_a_body_that_is_too_large_is_not_read(world, client):
    response = client.generic(
        "POST", "/api/v1/cases/L-1/accept", b"{}", content_type="application/json", CONTENT_LENGTH="99999999999"
    )
    assert response.status_code == 401, "who it is, is asked first"
    holder = program_of(world, "holder")
    response = holder.client.generic(
        "POST",
        "/api/v1/cases/L-1/accept",
        b"{}",
        content_type="application/json",
        CONTENT_LENGTH="99999999999",
        headers={"Authorization": f"Bearer {holder.bearer}", "Idempotency-Key": str(uuid.uuid4())},
    )
    assert response.status_code == 413 and response.json()["type"].endswith("#too-large")


def test_faults_name_their_places_and_come_in_the_language_asked_for(world):
    told = Program().post("/cases", {"text": "Xin chào", "lane": "urgent"}, status=422, **{"Accept-Language": "vi"})
    assert {one["pointer"] for one in told["faults"]} == {"/visibility"}
    said = Program().post("/cases", BODY | {"lane": "urgent"}, status=422, **{"Accept-Language": "vi"})
    assert [one["pointer"] for one in said["faults"]] == ["/lane_reason"]
    assert (
        said["faults"][0]["sentence"]
        != Program().post("/cases", BODY | {"lane": "urgent"}, status=422)["faults"][0]["sentence"]
    )


def test_what_is_allowed_is_named_with_a_wrong_method(world, client):
    assert send(client, "PUT", "/cases")["Allow"] == "GET, POST, HEAD"


def test_the_limit_stands_on_every_answer_and_ends_in_a_problem(world, monkeypatch, client):
    monkeypatch.setattr(limits, "WITHOUT", Limit(2, 60))
    first = client.get("/api/v1/topics")
    assert first["RateLimit-Policy"] == '"minute";q=2;w=60' and first["RateLimit"].startswith('"minute";r=1;t=')
    client.get("/api/v1/topics")
    over = client.get("/api/v1/topics")
    assert over.status_code == 429 and over.json()["type"].endswith("#too-often") and int(over["Retry-After"]) > 0


def test_a_fault_of_ours_is_a_problem_too(world, monkeypatch, client):
    from landsea.api import serving

    def fail(*_):
        raise ZeroDivisionError("secret words")

    monkeypatch.setattr(serving, "_run", fail)
    response = client.get("/api/v1/topics")
    assert response.status_code == 500 and "secret words" not in response.content.decode()


def test_the_description_is_json_and_names_only_what_is_described(world, client):
    told = client.get("/api/v1/openapi.json").json()
    known = set(told["components"]["schemas"])
    named = {part.split('"')[0] for part in json.dumps(told).split("#/components/schemas/")[1:]}
    assert named == known and told["openapi"] == "3.1.0"
    names = [one["operationId"] for path in told["paths"].values() for one in path.values()]
    assert len(names) == len(set(names))
