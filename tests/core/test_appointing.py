"""Who may appoint whom, as a table: every part, asked for the coordinator, for the head of the office and for others."""

import pytest

from landsea_core.appointing import (
    APPOINTING_RIGHTS,
    UNIT_OF_PART,
    Part,
    Standing,
    list_appointers,
    list_parts_to_appoint,
    may_appoint,
)

COORDINATOR = Standing(is_coordinator=True)
HEAD = Standing(heads=frozenset({7}))
NOBODY = Standing()

TABLE = """
part         coordinator  head-there  head-elsewhere  anybody-else
coordinator  yes          yes         no              no
holder       yes          yes         no              no
deputy       yes          yes         no              no
head         yes          no          no              no
association  yes          yes         no              no
observer     yes          no          no              no
editor       yes          no          no              no
operator     yes          no          no              no
"""


@pytest.mark.parametrize("line", TABLE.split("\n")[2:-1])
def test_every_part_is_appointed_by_whom_the_table_says(line):
    name, *expected = line.split()
    part = Part(name)
    asked = [
        may_appoint(COORDINATOR, part, 7),
        may_appoint(HEAD, part, 7),
        may_appoint(HEAD, part, 8),
        may_appoint(NOBODY, part, 7),
    ]
    assert ["yes" if one else "no" for one in asked] == expected


def test_a_head_appoints_to_nothing_that_names_no_office():
    assert not may_appoint(HEAD, Part.OPERATOR, None) and not may_appoint(HEAD, Part.HOLDER, None)


def test_the_parts_that_somebody_is_offered():
    assert list_parts_to_appoint(COORDINATOR) == tuple(Part)
    assert list_parts_to_appoint(HEAD) == (Part.HOLDER, Part.DEPUTY, Part.CLERK)
    assert list_parts_to_appoint(HEAD, coordinator_office=7) == (Part.COORDINATOR, Part.HOLDER, Part.DEPUTY, Part.CLERK)
    assert list_parts_to_appoint(NOBODY, coordinator_office=7) == ()


def test_the_table_names_every_part_and_no_line_twice():
    assert set(UNIT_OF_PART) == set(Part)
    assert all(list_appointers(part) for part in Part)
    assert len(set(APPOINTING_RIGHTS)) == len(APPOINTING_RIGHTS)
