"""The form of a watch that was opened from a page begins with what that page is about, as its fields take it."""

import re

import pytest

from landsea.rules.watch_beginning import join_place_name


@pytest.mark.parametrize("name", ["Hai Phong Port (Dinh Vu, Chua Ve)", "Pelabuhan Tieshan, Beihai", "磨憨、磨丁"])
def test_a_place_whose_name_has_a_comma_is_one_place(name):
    (one,) = re.split("[,，、;]", join_place_name(name))
    assert one and re.sub(r"\W", "", one) == re.sub(r"\W", "", name)
