"""A line of business in the search: the incentives that name it are found, in any language."""

import pytest

from landsea.rules import access
from landsea.search.measures import find_measures

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_kept():
    access.forget_book()
    yield
    access.forget_book()


def test_a_line_of_business_finds_what_is_offered_to_it(reference_measures):
    assert "M108" in {one.code for one in find_measures(["logistik"], "LA")}
    assert "M108" not in {one.code for one in find_measures(["logistik"], "SG")}
