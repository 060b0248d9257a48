"""Every operation is asked with made-up requests that its description allows, and with such that it does not: nothing breaks,
and only what is described is answered. Schemathesis makes the requests, always the same ones; `make drill` makes 2,000 of each,
and `LANDSEA_API_LOG` (asked_log.py) keeps what came of them, so that such a run can be broken off and gone on with.
"""

import os
import time
import uuid
from collections import Counter

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, reset_queries, transaction
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.control import SkipTest
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from landsea.api import limits
from landsea.api.openapi import describe_api
from landsea.api.table import list_operations
from landsea.api.tests.asked_log import AskedLog
from landsea.api.tests.programs import Program, program_of
from landsea.base.limits import spending
from landsea.base.limits.spending import Limit

EXAMPLES = int(os.environ.get("LANDSEA_API_EXAMPLES", "4"))
REFUSALS = ["400", "401", "403", "404", "405", "406", "409", "413", "415", "422", "428", "429"]
"""What may come of a request that is not allowed. A body may also be too large (413)."""
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
pytestmark = pytest.mark.django_db


@pytest.fixture
def in_one_connection(monkeypatch):
    """Let requests pass in the test's own transaction, and as many as there are."""
    for signal, receiver in ((request_started, reset_queries), (request_started, close_old_connections)):
        signal.disconnect(receiver)
    request_finished.disconnect(close_old_connections)
    monkeypatch.setattr(limits, "WITH_KEY", Limit(10**9, 60))
    monkeypatch.setattr(limits, "WITHOUT", Limit(10**9, 60))
    monkeypatch.setattr(spending, "find_limit", lambda what: Limit(10**9, 60))
    yield
    request_started.connect(reset_queries)
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)


def bearer_for(operation, programs) -> str:
    """Return the key of somebody whom the operation is for."""
    if operation.is_public:
        return ""
    for door, who in (("mailbox", "filer"), ("association", "clerk")):
        if door in operation.door.split() and "signed_in" not in operation.door:
            return programs[who].bearer
    return programs["coordinator"].bearer


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["allowed", "not allowed"])
def test_nothing_breaks_and_only_what_is_described_is_answered(world, in_one_connection, mode):
    filed = world.file()
    programs = {"filer": Program(filed.secret)} | {who: program_of(world, who) for who in ("clerk", "coordinator")}
    app = get_wsgi_application()
    schema = schemathesis.openapi.from_dict(describe_api("http://testserver/api/v1"))
    schema.app = app
    schema.config.generation.update(modes=[mode])
    schema.config.checks.negative_data_rejection.expected_statuses = REFUSALS
    known = {"ref": filed.case.ref, "code": world.quarantine.code}
    failed, log = {}, AskedLog(EXAMPLES)
    for operation in list_operations():
        if log.is_done(operation.name, mode.value):
            continue
        began, answers = time.monotonic(), Counter()
        bearer = bearer_for(operation, programs)
        problem = ask_with_made_up_requests(schema, operation, bearer, known, mode, answers)
        log.keep(operation.name, mode.value, answers, problem, began)
        if problem:
            failed[operation.name] = problem
    assert not failed, "\n\n".join(f"{name}: {problem}" for name, problem in failed.items())


def is_sent_whole(case) -> bool:
    """Say whether all that was made up goes over the line: an empty list in a query is no parameter there at all, so a request
    that is wrong only by such an unknown parameter arrives as a right one.
    """
    return not any(value in ([], {}) for value in (case.query or {}).values())


def ask_with_made_up_requests(schema, operation, bearer: str, known: dict[str, str], mode, answers: Counter) -> str:
    """Count the answers by their status; return what went wrong with an operation, empty when nothing did."""
    described = schema[operation.path][operation.method]
    checks = [*CHECKS, *([negative_data_rejection] if mode is GenerationMode.NEGATIVE else [])]

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=described.as_strategy(generation_mode=mode), is_known=st.booleans())
    def ask(case, is_known):
        assume(is_sent_whole(case))
        if is_known and mode is GenerationMode.POSITIVE:
            case.path_parameters = {
                name: known.get(name, value) for name, value in (case.path_parameters or {}).items()
            }
        headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
        if operation.writes and mode is GenerationMode.POSITIVE:
            headers["Idempotency-Key"] = str(uuid.uuid4())
        mark = transaction.savepoint()
        try:
            response = case.call(headers=headers)
            answers[response.status_code] += 1
            case.validate_response(response, headers=headers, checks=checks)
        finally:
            transaction.savepoint_rollback(mark)
            transaction.savepoint_commit(mark)  # else each request leaves one open inside the last, and all grow slow

    try:
        ask()
    except SkipTest:
        return ""  # there is nothing that it does not allow
    except (Exception, FailureGroup) as problem:
        return f"{type(problem).__name__}: {str(problem)[:1500]}" + "".join(
            f"\n  {type(one).__name__}: {str(one)[:700]}" for one in getattr(problem, "exceptions", ())
        )
    return ""
