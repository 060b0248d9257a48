"""Holidays are called by their names in the reader's language, on calendars and where a deadline is explained."""

import pytest
from django.utils import translation

from landsea.base.ui.holidays import is_translated, name_holidays
from landsea_core.clock.public_holidays import list_public_holidays


@pytest.mark.parametrize(
    ("language", "name", "words"),
    [
        ("lo", "Lao New Year's Day", "ບຸນປີໃໝ່ລາວ"),
        ("zh-hans", "Tomb-Sweeping Day", "清明节"),
        ("vi", "Labor Day; Vesak Day", "Ngày Quốc tế Lao động; Lễ Phật đản (Vesak)"),
        ("zh-hans", "International Women's Rights Day (in lieu)", "国际妇女节（补休）"),
        ("zh-hans", "Day off (substituted from 02/14/2026)", "2026年2月14日调休"),
        ("zh-hans", "Works instead of 2 January", "补1月2日的班"),
        ("en", "Works instead of 29 February", "works instead of 29 February"),
        ("lo", "Bonifacio Day", "Bonifacio Day"),
        ("en", "Tomb-Sweeping Day", "Tomb-Sweeping Day"),
        ("lo", "", ""),
    ],
)
def test_a_holiday_has_its_name_in_the_reader_s_language(language, name, words):
    with translation.override(language):
        assert name_holidays(name) == words


@pytest.mark.parametrize("country", ["CN", "LA", "VN"])
def test_no_holiday_of_the_corridor_s_trunk_stays_english(country):
    names = {one.name for year in (2026, 2027) for one in list_public_holidays(country, "", year).holidays.values()}
    assert [name for name in names if not is_translated(name)] == []
