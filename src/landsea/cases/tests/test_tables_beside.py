"""What stands beside a case is asked for once, and what there is none of is not read."""

import re

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from landsea.cases import access
from landsea.cases.models import Case, CaseLink


def test_nothing_beside_a_new_case(world):
    case = world.file("Durian waits.").case
    access.look_beside(case)
    assert case.beside == frozenset()
    assert all(access.has_none(case, one.name) for one in access.BESIDE)


def test_what_stands_beside_is_found_from_both_ends(world):
    one, other = world.file("Durian waits.").case, world.file("Durian waits too.").case
    CaseLink.objects.create(case=one, other=other, kind="linked", created_at=timezone.now())
    for case in (one, other):
        access.look_beside(case)
        assert case.beside == {"link"}
        assert not access.has_none(case, "link")


def test_where_nobody_looked_all_is_read(world):
    case = Case.objects.get(pk=world.file("Durian waits.").case.pk)
    assert not any(access.has_none(case, one.name) for one in access.BESIDE)


def test_what_there_is_none_of_is_not_read(world):
    case = world.file("Durian waits.").case
    tables = {one.model._meta.db_table for one in access.BESIDE}
    page = world.client("holder")
    address = f"/cases/{case.ref}/"
    page.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert page.get(address).status_code == 200
    read_first = [match[1] for one in asked if (match := re.search(r"FROM \"?(\w+)", one["sql"]))]
    assert [table for table in read_first if table in tables] == [
        "cases_casefile"
    ]  # the one look, which begins with it
