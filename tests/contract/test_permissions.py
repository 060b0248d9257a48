"""The permission matrix: generated from the urls, run for the whole cast, compared with the committed file."""

from pathlib import Path

import pytest
from tests.contract.matrix import cells, table

from landsea.cases.models import CaseFile
from landsea.cases.tests.world import make_world

FILE = Path(__file__).with_name("permission_matrix.txt")
pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_world()


def test_everybody_gets_at_every_address_what_the_matrix_says(world, request, settings):
    settings.DEMO = False
    case = world.file().case
    file = CaseFile.objects.create(
        case=case,
        kind="all",
        side="filer",
        name="a.pdf",
        media_type="application/pdf",
        size=1,
        digest="0",
        stored="aa/none",
        redacted_at=case.filed_at,
        created_at=case.filed_at,
    )
    found = table(cells(world, case, file.pk)).replace(case.ref, "<ref>")
    if request.config.getoption("--renew"):
        FILE.write_text(found)
    assert found == FILE.read_text(), "the matrix changed: read the difference, then renew the file"


def test_nobody_but_the_case_s_own_people_is_let_in():
    """Reads the committed matrix itself: the rule, not the habit."""
    header, *lines = FILE.read_text().splitlines()
    people = header.split()[1:]
    for line in lines:
        method, address, *results = line.split()
        if "cases/<str:ref>/" not in address or len(results) != len(people):
            continue
        by = dict(zip(people, results, strict=True))
        for outsider in ("stran", "o.hold", "obser", "clerk", "o.clrk", "oper"):
            if (outsider, method, address) == ("obser", "GET", "cases/<str:ref>/"):
                assert by[outsider] == "200", "the case is named and its filer comes from the observer's country"
                continue
            assert by[outsider] in ("404", "403", "405"), f"{method} {address}: {outsider} gets {by[outsider]}"
        assert by["anon"] in ("login", "405"), f"{method} {address}: anonymous gets {by['anon']}"
