"""A case's page costs as many statements after a long exchange with papers as after a short one."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from landsea.cases.models import CaseFile, Message


def write(world, case, rounds: range) -> None:
    """Let the accountable desk, the rail desk and the border's desk write in turn, each time with a paper."""
    people = [(world.quarantine, "holder"), (world.rail, "coordinator"), (world.border, "other_holder")]
    for n in rounds:
        for desk, part in people:
            message = Message.objects.create(
                case=case,
                kind="all",
                side="office",
                desk=desk,
                author=world.people[part],
                body=f"Word {n} of {part}.",
                created_at=case.filed_at + timedelta(hours=n + 1),
            )
            CaseFile.objects.create(
                case=case,
                message=message,
                kind="all",
                side="office",
                desk=desk,
                name=f"{desk.pk}-{n}.pdf",
                media_type="application/pdf",
                size=9,
                digest="d",
                stored=f"{desk.pk}-{n}",
                created_at=message.created_at,
            )


def looked_at(browser, address: str) -> tuple[int, str]:
    """Return how many statements the page makes once the process knows the directory, and the page."""
    browser.get(address)
    with CaptureQueriesContext(connection) as asked:
        page = browser.get(address)
    assert page.status_code == 200
    return len(asked), page.content.decode()


@pytest.mark.usefixtures("marks_are_believed")
@pytest.mark.parametrize("part", ["coordinator", "filer"])
def test_a_long_exchange_costs_no_more_statements_than_a_short_one(world, filed, filer, part):
    browser = filer if part == "filer" else world.client(part)
    route = "mailbox" if part == "filer" else "case"
    address = reverse(route, args=[filed.case.ref])
    write(world, filed.case, range(1))
    few, _page = looked_at(browser, address)
    write(world, filed.case, range(1, 6))
    many, page = looked_at(browser, address)
    assert many == few
    for desk in (world.quarantine, world.rail, world.border):
        assert desk.names["en"] in page
        assert f"{desk.pk}-4.pdf" in page
